using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TextInsights.Telemetry;

namespace TextInsights.DependencyInjection;

/// <summary>
/// The analyzer of a service. Readers take the reference to the current analyzer once per document, a reload writes it: nobody
/// waits, and the garbage collector removes old models when their last document is done.
/// </summary>
/// <param name="name">Key of the analyzer; empty for the one without.</param>
/// <param name="settings">Makes the settings anew, so that a changed configuration counts.</param>
/// <param name="logger">Told of loads.</param>
internal sealed partial class ReloadableTextAnalyzer(string name, IOptionsFactory<TextInsightsOptions> settings, ILogger<TextAnalyzer> logger) : IReloadableTextAnalyzer
{
    private readonly Lock _loading = new();
    private volatile TextAnalyzer? _current;
    private volatile Exception? _failure;

    /// <summary>Whether models have been loaded.</summary>
    public bool IsLoaded => _current is not null;

    /// <summary>Why the latest reload failed; null if it did not.</summary>
    public Exception? Failure => _failure;

    public TextInsightsOptions Settings() => settings.Create(name);

    public AnalyzedDocument Analyze(string text, string? id = null) => (_current ?? Load()).Analyze(text, id);

    /// <summary>The analyzer, loaded now if it is not yet.</summary>
    public TextAnalyzer Load()
    {
        lock (_loading)
        {
            return _current ?? Exchange();
        }
    }

    public void Reload()
    {
        lock (_loading)
        {
            Exchange();
        }
    }

    private TextAnalyzer Exchange()
    {
        bool first = _current is null;
        try
        {
            long start = Stopwatch.GetTimestamp();
            TextInsightsOptions options = Settings();
            var loaded = new TextAnalyzer(options.ToAnalyzerOptions());
            _current = loaded;
            _failure = null;
            Count("success");
            ModelsLoaded(logger, DisplayName, options.ModelsDirectory ?? "the package", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            return loaded;
        }
        catch (Exception e)
        {
            _failure = e;
            Count("failure");
            if (first)
            {
                LoadFailed(logger, DisplayName, e);
            }
            else
            {
                ReloadFailed(logger, DisplayName, e);
            }

            throw;
        }
    }

    private string DisplayName => name.Length == 0 ? "default" : name;

    private static void Count(string outcome) => Instruments.ModelLoads.Add(1, new KeyValuePair<string, object?>(Instruments.OutcomeTag, outcome));

    [LoggerMessage(1, LogLevel.Information, "Analyzer {Analyzer}: models of {Source} loaded in {Milliseconds:F0} ms.")]
    private static partial void ModelsLoaded(ILogger logger, string analyzer, string source, double milliseconds);

    [LoggerMessage(2, LogLevel.Error, "Analyzer {Analyzer}: the models could not be loaded.")]
    private static partial void LoadFailed(ILogger logger, string analyzer, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "Analyzer {Analyzer}: the models could not be exchanged; those loaded before stay in use.")]
    private static partial void ReloadFailed(ILogger logger, string analyzer, Exception exception);
}
