namespace TextInsights;

/// <summary>Reads German business news. Services depend on this interface so that their tests can fake it.</summary>
public interface ITextAnalyzer
{
    /// <summary>Reads one text.</summary>
    /// <param name="text">The text; any string is allowed, a blank one gives a document without facts.</param>
    /// <param name="id">The caller's name for the document; it comes back as <see cref="AnalyzedDocument.Id"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    AnalyzedDocument Analyze(string text, string? id = null);
}
