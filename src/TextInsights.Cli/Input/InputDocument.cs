namespace TextInsights.Cli.Input;

/// <summary>A document to analyze, or what kept it from being read.</summary>
/// <param name="Source">File name, or "standard input".</param>
/// <param name="Line">Number of the line from 1, or 0 for a whole file.</param>
/// <param name="Id">Id of the document.</param>
/// <param name="Text">Text of the document.</param>
/// <param name="Error">What is wrong; null if the document could be read.</param>
internal readonly record struct InputDocument(string Source, int Line, string Id, string Text, string? Error = null)
{
    /// <summary>Bytes of the input that the document took.</summary>
    public long Bytes { get; init; }

    public static InputDocument Broken(string source, int line, string error) => new(source, line, "", "", error);

    /// <summary>The error with its place.</summary>
    public string Complaint => Line == 0 ? $"{Source}: {Error}" : $"{Source}, line {Line}: {Error}";
}
