namespace TextInsights;

/// <summary>Settings of a <see cref="TextAnalyzer"/>.</summary>
public sealed record TextAnalyzerOptions
{
    /// <summary>Folder of models laid out as <c>models/</c> of the repository; null (the default) takes the models inside the package.</summary>
    public string? ModelsDirectory { get; init; }
}
