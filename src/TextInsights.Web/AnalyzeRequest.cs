namespace TextInsights.Web;

/// <summary>An article to read.</summary>
/// <param name="Text">The article as plain text.</param>
/// <param name="Id">Your name for it, which comes back in the result.</param>
internal sealed record AnalyzeRequest(string Text, string? Id = null);
