namespace TextInsights.DependencyInjection;

/// <summary>Settings of an analyzer in a service; see <see cref="TextInsightsServices"/>. They are checked when the service starts.</summary>
public sealed class TextInsightsOptions
{
    /// <summary>
    /// Folder of models as <c>textinsights train</c> writes it, absolute or relative to the current directory; null (the default) takes the
    /// models inside the package.
    /// </summary>
    public string? ModelsDirectory { get; set; }

    /// <summary>Names of your own that the analyzer shall know; default: none. Where two lists have the same name, the first counts.</summary>
    public IList<Gazetteer> Gazetteers { get; } = [];

    /// <summary>Whether the models are loaded before the service takes its first request, so that a missing model fails the start; default: true. Else the first request loads them.</summary>
    public bool WarmUp { get; set; } = true;

    /// <summary>Whether models that change in <see cref="ModelsDirectory"/>, or a folder that the configuration names anew, are taken while the service runs; default: true.</summary>
    public bool WatchModels { get; set; } = true;

    /// <summary>Time between two looks at the folder, from 0.1 seconds to a day; default: 5 seconds. New models are taken once they have not changed between two looks.</summary>
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromSeconds(5);

    internal TextAnalyzerOptions ToAnalyzerOptions() => new() { ModelsDirectory = ModelsDirectory, Gazetteers = [.. Gazetteers] };
}
