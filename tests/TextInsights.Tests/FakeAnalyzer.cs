namespace TextInsights.Tests;

/// <summary>An analyzer that finds nothing; <paramref name="work"/> is called with each text.</summary>
internal sealed class FakeAnalyzer(Action<string>? work = null) : ITextAnalyzer
{
    public AnalyzedDocument Analyze(string text, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        work?.Invoke(text);
        return new AnalyzedDocument(id, [], [], [], [], [], Sentiment.None);
    }
}
