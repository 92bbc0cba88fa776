using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TextInsights.DependencyInjection;

namespace TextInsights.Tests.DependencyInjection;

public sealed class ModelExchangeTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ModelCopy _models = new();
    private readonly LogLines _log = new();

    public void Dispose() => _models.Dispose();

    [Fact]
    public async Task Models_that_change_in_the_folder_are_taken_while_every_request_is_answered()
    {
        using IHost host = await StartAsync(_models.Write("live"));
        var analyzer = host.Services.GetRequiredService<ITextAnalyzer>();
        using var stop = new CancellationTokenSource();
        var roles = new ConcurrentQueue<AmountRole>();
        Task[] readers = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                roles.Enqueue(ModelCopy.Role(analyzer));
            }
        }))];
        try
        {
            _models.Write("live", other: true);
            await UntilAsync(() => ModelCopy.Role(analyzer) == AmountRole.Donation);
            int before = roles.Count;
            await UntilAsync(() => roles.Count > before + 20);
        }
        finally
        {
            await stop.CancelAsync(); // else a failure here goes on reading through all other tests
        }

        await Task.WhenAll(readers); // throws if any request failed
        roles.Distinct().Should().BeEquivalentTo([AmountRole.Revenue, AmountRole.Donation]);
        roles.Last().Should().Be(AmountRole.Donation);
    }

    [Fact]
    public async Task A_damaged_folder_leaves_the_old_models_at_work_until_it_is_whole_again()
    {
        string folder = _models.Write("live");
        using IHost host = await StartAsync(services => services.AddTextInsights(o => (o.ModelsDirectory, o.WatchModels) = (folder, false)));
        var analyzer = host.Services.GetRequiredService<ITextAnalyzer>();
        ModelWatcher watcher = host.Services.GetServices<IHostedService>().OfType<ModelWatcher>().Single();
        _models.Write("live", other: true);
        _models.Damage("live");
        watcher.Look();
        _log.Lines.Should().NotContainMatch("Error*", "files that have just changed may not be complete");
        for (int i = 0; i < 3; i++)
        {
            watcher.Look();
        }

        _log.Lines.Where(l => l.StartsWith("Error")).Should().ContainSingle("the same files are not tried again").Which.Should().Match(
            "Error Analyzer default: the models could not be exchanged; those loaded before stay in use. Model file 'roles/model.zip': altered: SHA-256*");
        ModelCopy.Role(analyzer).Should().Be(AmountRole.Revenue);
        HealthReportEntry health = await HealthAsync(host);
        health.Status.Should().Be(HealthStatus.Degraded);
        health.Description.Should().StartWith("New models could not be loaded, those before are in use: Model file 'roles/model.zip'");

        _models.Write("live", other: true);
        watcher.Look();
        watcher.Look();
        ModelCopy.Role(analyzer).Should().Be(AmountRole.Donation);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_link_that_leads_elsewhere_is_a_change_though_the_files_are_as_long_and_as_old()
    {
        string[] folders = [_models.Write("a"), _models.Write("b", other: true)];
        foreach (string file in folders.SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        string link = _models.PathOf("live");
        Directory.CreateSymbolicLink(link, folders[0]);
        using IHost host = await StartAsync(services => services.AddTextInsights(o => (o.ModelsDirectory, o.WatchModels) = (link, false)));
        ModelWatcher watcher = host.Services.GetServices<IHostedService>().OfType<ModelWatcher>().Single();
        Directory.Delete(link);
        Directory.CreateSymbolicLink(link, folders[1]);
        watcher.Look();
        watcher.Look();
        ModelCopy.Role(host.Services.GetRequiredService<ITextAnalyzer>()).Should().Be(AmountRole.Donation);
    }

    [Fact]
    public async Task A_folder_that_the_configuration_names_anew_is_taken_and_a_missing_one_is_not()
    {
        string first = _models.Write("a"), second = _models.Write("b", other: true);
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("TextInsights:ModelsDirectory", first), new("TextInsights:WatchInterval", "00:00:00.1")]).Build();
        using IHost host = await StartAsync(services => services.AddTextInsights(configuration));
        var analyzer = host.Services.GetRequiredService<ITextAnalyzer>();
        configuration["TextInsights:ModelsDirectory"] = _models.PathOf("fehlt");
        await UntilAsync(() => _log.Lines.Any(l => l.StartsWith("Warning The changed settings are not taken: TextInsights: ModelsDirectory")));
        ModelCopy.Role(analyzer).Should().Be(AmountRole.Revenue);
        configuration["TextInsights:ModelsDirectory"] = second;
        await UntilAsync(() => ModelCopy.Role(analyzer) == AmountRole.Donation);
    }

    [Fact]
    public async Task Settings_that_break_between_the_start_and_the_first_look_do_not_end_the_watch()
    {
        string first = _models.Write("a"), second = _models.Write("b", other: true);
        bool mended = false;
        using IHost host = await StartAsync(services => services.AddTextInsights(o =>
        {
            bool loaded = _log.Lines.Any(l => l.Contains("loaded in"));
            o.ModelsDirectory = Volatile.Read(ref mended) ? second : loaded ? _models.PathOf("fehlt") : first;
            o.WatchInterval = TimeSpan.FromSeconds(0.1);
        }));
        await UntilAsync(() => _log.Lines.Any(l => l.StartsWith("Warning The changed settings are not taken: TextInsights: ModelsDirectory")));
        Volatile.Write(ref mended, true);
        var analyzer = host.Services.GetRequiredService<ITextAnalyzer>();
        await UntilAsync(() => ModelCopy.Role(analyzer) == AmountRole.Donation);
    }

    [Fact]
    public async Task A_reload_by_hand_takes_new_models_or_throws_and_keeps_the_old()
    {
        string folder = _models.Write("live");
        using IHost host = await StartAsync(services => services.AddTextInsights(o => (o.ModelsDirectory, o.WatchModels) = (folder, false)));
        var analyzer = host.Services.GetRequiredService<IReloadableTextAnalyzer>();
        _models.Write("live", other: true);
        ModelCopy.Role(analyzer).Should().Be(AmountRole.Revenue);
        analyzer.Reload();
        ModelCopy.Role(analyzer).Should().Be(AmountRole.Donation);
        Directory.Delete(folder, recursive: true);
        analyzer.Invoking(a => a.Reload()).Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>();
        ModelCopy.Role(analyzer).Should().Be(AmountRole.Donation);
    }

    private Task<IHost> StartAsync(string folder) =>
        StartAsync(services => services.AddTextInsights(o => (o.ModelsDirectory, o.WatchInterval) = (folder, TimeSpan.FromSeconds(0.1))));

    private async Task<IHost> StartAsync(Action<IServiceCollection> add)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(_log);
        add(builder.Services);
        IHost host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static async Task<HealthReportEntry> HealthAsync(IHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["textinsights"];

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (!condition())
        {
            await Task.Delay(20, timeout.Token);
        }
    }
}
