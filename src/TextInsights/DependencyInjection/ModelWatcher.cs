using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TextInsights.DependencyInjection;

/// <summary>Loads the models before the service takes requests, then exchanges them whenever their folder has changed and come to rest.</summary>
internal sealed partial class ModelWatcher(ReloadableTextAnalyzer analyzer, ILogger<TextAnalyzer> logger, TimeProvider clock) : BackgroundService
{
    private string? _loaded; // the folder as it was when its models were loaded
    private string? _refused; // the folder as it was when its models could not be loaded
    private string? _seen;
    private TextInsightsOptions? _settings; // as checked at the start: ExecuteAsync runs later, when they may have become invalid

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        TextInsightsOptions settings = analyzer.Settings();
        _settings = settings;
        _loaded = ModelsStamp.Of(settings.ModelsDirectory);
        if (settings.WarmUp)
        {
            await Task.Run(analyzer.Load, cancellationToken).ConfigureAwait(false);
        }

        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_settings is not { WatchModels: true, WatchInterval: var interval })
        {
            return;
        }

        using var timer = new PeriodicTimer(interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            Look();
        }
    }

    /// <summary>Looks once; whatever is wrong with folder or settings, the service goes on with the models it has.</summary>
    internal void Look()
    {
        try
        {
            string? stamp = ModelsStamp.Of(analyzer.Settings().ModelsDirectory);
            bool atRest = stamp is not null && stamp == _seen;
            _seen = stamp;
            if (atRest && analyzer.IsLoaded && stamp != _loaded && stamp != _refused)
            {
                _refused = stamp;
                analyzer.Reload();
                _loaded = stamp;
                _refused = null;
            }
        }
        catch (OptionsValidationException e)
        {
            if (_seen != e.Message)
            {
                SettingsRefused(logger, e.Message);
                _seen = e.Message;
            }
        }
        catch (Exception)
        {
            // The analyzer has logged it; the same files are not tried again.
        }
    }

    [LoggerMessage(4, LogLevel.Warning, "The changed settings are not taken: {Problem}")]
    private static partial void SettingsRefused(ILogger logger, string problem);
}
