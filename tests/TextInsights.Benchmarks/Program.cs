using BenchmarkDotNet.Running;
using TextInsights.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(AnalyzeBenchmarks).Assembly).Run(args);
