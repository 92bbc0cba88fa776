namespace TextInsights;

/// <summary>A document to be read; see <see cref="TextAnalyzerExtensions.AnalyzeAsync"/>.</summary>
/// <param name="Text">The text; any string is allowed.</param>
/// <param name="Id">The caller's name for the document; it comes back as <see cref="AnalyzedDocument.Id"/>. Default: none.</param>
public sealed record SourceDocument(string Text, string? Id = null);
