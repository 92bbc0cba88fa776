using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TextInsights.DependencyInjection;

namespace TextInsights.Tests.DependencyInjection;

public sealed class AddTextInsightsTests : IDisposable
{
    private readonly ModelCopy _models = new();
    private readonly LogLines _log = new();

    public void Dispose() => _models.Dispose();

    [Fact]
    public async Task One_line_gives_a_singleton_that_is_loaded_once_before_the_first_request()
    {
        using IHost host = await StartAsync(services => services.AddTextInsights());
        _log.Lines.Should().ContainSingle(l => l.StartsWith("Information Analyzer default: models of the package loaded in "));
        var analyzer = host.Services.GetRequiredService<ITextAnalyzer>();
        host.Services.CreateScope().ServiceProvider.GetRequiredService<ITextAnalyzer>().Should().BeSameAs(analyzer);
        host.Services.GetRequiredService<IReloadableTextAnalyzer>().Should().BeSameAs(analyzer);
        Parallel.For(0, 20, _ => ModelCopy.Role(analyzer).Should().Be(AmountRole.Revenue));
        HealthReport health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        health.Status.Should().Be(HealthStatus.Healthy);
        health.Entries.Should().ContainKey("textinsights").WhoseValue.Tags.Should().Equal("ready");
        _log.Lines.Count(l => l.Contains("loaded in")).Should().Be(1);
        await host.StopAsync();
    }

    [Fact]
    public void Without_a_host_the_first_request_loads()
    {
        using ServiceProvider services = new ServiceCollection().AddTextInsights().BuildServiceProvider();
        ModelCopy.Role(services.GetRequiredService<ITextAnalyzer>()).Should().Be(AmountRole.Revenue);
    }

    [Fact]
    public async Task Without_warm_up_the_first_request_loads()
    {
        using IHost host = await StartAsync(services => services.AddTextInsights(o => o.WarmUp = false));
        _log.Lines.Should().NotContainMatch("*loaded in*");
        ModelCopy.Role(host.Services.GetRequiredService<ITextAnalyzer>()).Should().Be(AmountRole.Revenue);
        _log.Lines.Should().ContainMatch("*loaded in*");
    }

    [Fact]
    public async Task Keys_give_several_sets_of_models()
    {
        string other = _models.Write("other", other: true);
        using IHost host = await StartAsync(services => services
            .AddTextInsights()
            .AddKeyedTextInsights("presse", Configuration(("ModelsDirectory", other)).GetSection("TextInsights"))
            .AddSingleton<Reader>());
        host.Services.GetRequiredService<Reader>().Roles().Should().Equal(AmountRole.Revenue, AmountRole.Donation);
        HealthReport health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        health.Entries.Keys.Should().BeEquivalentTo("textinsights", "textinsights-presse");
    }

    [Fact]
    public async Task Settings_come_from_a_section_or_a_whole_configuration()
    {
        IConfigurationRoot configuration = Configuration(("ModelsDirectory", _models.Root), ("warmUp", "false"), ("WatchModels", "False"), ("WatchInterval", "00:01:00"), ("Own:Thing", "1"));
        foreach (IConfiguration given in new IConfiguration[] { configuration, configuration.GetSection("TextInsights") })
        {
            using IHost host = await StartAsync(services => services.AddTextInsights(given));
            host.Services.GetRequiredService<IOptionsMonitor<TextInsightsOptions>>().CurrentValue.Should().BeEquivalentTo(new
            {
                ModelsDirectory = _models.Root,
                WarmUp = false,
                WatchModels = false,
                WatchInterval = TimeSpan.FromMinutes(1),
            });
        }
    }

    [Theory]
    [InlineData("ModelsDirectory", "", "TextInsights: ModelsDirectory is blank: name a folder, or leave it out for the models inside the package.")]
    [InlineData("ModelsDirectory", "/fehlt/hier", "TextInsights: ModelsDirectory '/fehlt/hier' does not exist: name a folder that 'textinsights train' wrote, or leave it out for the models inside the package.")]
    [InlineData("WatchInterval", "00:00:00.05", "TextInsights: WatchInterval is 00:00:00.0500000: from 00:00:00.1000000 to 1.00:00:00 is expected.")]
    [InlineData("WatchInterval", "bald", "TextInsights:WatchInterval is 'bald': a time such as '00:00:05' is expected.")]
    [InlineData("WarmUp", "ja", "TextInsights:WarmUp is 'ja': true or false is expected.")]
    [InlineData("ModelDirectory", "x", "TextInsights:ModelDirectory is no setting: ModelsDirectory, WarmUp, WatchModels and WatchInterval are.")]
    public async Task Bad_settings_fail_the_start_with_an_exact_message(string key, string value, string message)
    {
        Func<Task> start = () => StartAsync(services => services.AddTextInsights(Configuration((key, value))));
        (await start.Should().ThrowAsync<OptionsValidationException>()).WithMessage(message);
    }

    [Fact]
    public async Task Bad_settings_of_a_key_name_the_key_and_all_problems()
    {
        Func<Task> start = () => StartAsync(services => services.AddKeyedTextInsights("presse", o =>
        {
            o.ModelsDirectory = "";
            o.Gazetteers.Add(new Gazetteer([new GazetteerEntry(" ", EntityType.Organization)]));
        }));
        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().Equal(
            "TextInsights 'presse': ModelsDirectory is blank: name a folder, or leave it out for the models inside the package.",
            "TextInsights 'presse': Gazetteers[0].Entries[0].Name is blank.");
    }

    [Fact]
    public async Task A_folder_without_models_fails_the_start()
    {
        Func<Task> start = () => StartAsync(services => services.AddTextInsights(o => o.ModelsDirectory = _models.Root));
        (await start.Should().ThrowAsync<ModelException>()).WithMessage("*manifest.json*textinsights train*");
        _log.Lines.Should().ContainMatch("Error Analyzer default: the models could not be loaded.*");
    }

    [Fact]
    public async Task Adding_it_twice_adds_settings_but_no_second_analyzer()
    {
        using IHost host = await StartAsync(services => services.AddTextInsights().AddTextInsights(o => o.WatchInterval = TimeSpan.FromHours(1)));
        host.Services.GetServices<ITextAnalyzer>().Should().ContainSingle();
        host.Services.GetRequiredService<IOptions<TextInsightsOptions>>().Value.WatchInterval.Should().Be(TimeSpan.FromHours(1));
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries.Should().ContainSingle();
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>($"TextInsights:{s.Key}", s.Value)).Append(new("Other", "1"))).Build();

    private async Task<IHost> StartAsync(Action<IServiceCollection> add)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(_log);
        add(builder.Services);
        IHost host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private sealed class Reader(ITextAnalyzer usual, [FromKeyedServices("presse")] ITextAnalyzer press)
    {
        public AmountRole[] Roles() => [ModelCopy.Role(usual), ModelCopy.Role(press)];
    }
}
