using BenchmarkDotNet.Running;
using TextInsights.Benchmarks;

return args switch
{
    ["fuzz", .. var rest] => FuzzRun.Run(rest),
    ["soak", .. var rest] => await SoakRun.RunAsync(rest),
    ["growth"] => GrowthRun.Run(),
    ["damage", .. var rest] => DamageRun.Run(rest),
    _ => Benchmarks(args),
};

static int Benchmarks(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(AnalyzeBenchmarks).Assembly).Run(args);
    return 0;
}
