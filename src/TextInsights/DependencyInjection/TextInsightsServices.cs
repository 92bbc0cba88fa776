using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace TextInsights.DependencyInjection;

/// <summary>
/// Adds analyzers to a service: a singleton <see cref="ITextAnalyzer"/> (also as <see cref="IReloadableTextAnalyzer"/>) whose models are
/// loaded once before the first request, settings that are checked at start, and a health check with the tag <c>ready</c>.
/// </summary>
public static class TextInsightsServices
{
    /// <summary>Adds the analyzer with the models inside the package.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddTextInsights(this IServiceCollection services) => services.AddTextInsights(_ => { });

    /// <summary>Adds the analyzer.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the settings; called anew whenever they are looked at.</param>
    public static IServiceCollection AddTextInsights(this IServiceCollection services, Action<TextInsightsOptions> configure) => services.Add(Options.DefaultName, configure);

    /// <summary>Adds the analyzer.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">A section with the members of <see cref="TextInsightsOptions"/>, or a whole configuration, of which the section <c>TextInsights</c> is read.</param>
    public static IServiceCollection AddTextInsights(this IServiceCollection services, IConfiguration configuration) => services.Add(Options.DefaultName, configuration);

    /// <summary>Adds an analyzer under a key, for services with several sets of models; ask for it with <see cref="FromKeyedServicesAttribute"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">Key of the analyzer and name of its settings; not blank.</param>
    /// <param name="configure">Changes the settings; called anew whenever they are looked at.</param>
    public static IServiceCollection AddKeyedTextInsights(this IServiceCollection services, string key, Action<TextInsightsOptions> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return services.Add(key, configure);
    }

    /// <summary>Adds an analyzer under a key, for services with several sets of models; ask for it with <see cref="FromKeyedServicesAttribute"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">Key of the analyzer and name of its settings; not blank.</param>
    /// <param name="configuration">A section with the members of <see cref="TextInsightsOptions"/>.</param>
    public static IServiceCollection AddKeyedTextInsights(this IServiceCollection services, string key, IConfiguration configuration)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return services.Add(key, configuration);
    }

    private static IServiceCollection Add(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.Add(name, options => OptionsReader.Read(name, configuration, options));
    }

    private static IServiceCollection Add(this IServiceCollection services, string name, Action<TextInsightsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<TextInsightsOptions>(name).Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TextInsightsOptions>, TextInsightsOptionsValidator>());
        if (services.Any(s => s.ServiceType == typeof(ReloadableTextAnalyzer) && Equals(s.ServiceKey, name)))
        {
            return services; // added before: only the settings are new
        }

        services.AddKeyedSingleton(name, (provider, _) => new ReloadableTextAnalyzer(
            name, provider.GetRequiredService<IOptionsFactory<TextInsightsOptions>>(), Logger(provider)));
        services.AddSingleton<IHostedService>(provider => new ModelWatcher(
            Analyzer(provider, name), Logger(provider), provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            name.Length == 0 ? "textinsights" : $"textinsights-{name}", provider => new AnalyzerHealthCheck(Analyzer(provider, name)), failureStatus: null, ["ready"]));
        if (name.Length == 0)
        {
            services.TryAddSingleton<ITextAnalyzer>(provider => Analyzer(provider, name));
            services.TryAddSingleton<IReloadableTextAnalyzer>(provider => Analyzer(provider, name));
        }
        else
        {
            services.TryAddKeyedSingleton<ITextAnalyzer>(name, (provider, _) => Analyzer(provider, name));
            services.TryAddKeyedSingleton<IReloadableTextAnalyzer>(name, (provider, _) => Analyzer(provider, name));
        }

        return services;
    }

    // Also without a host, where nobody has set up logging.
    private static ILogger<TextAnalyzer> Logger(IServiceProvider provider) => provider.GetService<ILogger<TextAnalyzer>>() ?? NullLogger<TextAnalyzer>.Instance;

    private static ReloadableTextAnalyzer Analyzer(IServiceProvider provider, string name) => provider.GetRequiredKeyedService<ReloadableTextAnalyzer>(name);
}
