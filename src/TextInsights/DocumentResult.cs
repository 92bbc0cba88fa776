using System.Diagnostics.CodeAnalysis;

namespace TextInsights;

/// <summary>What became of one of many documents: its facts, or what kept them from being found.</summary>
public sealed class DocumentResult
{
    internal DocumentResult(SourceDocument source, AnalyzedDocument document)
    {
        Source = source;
        Document = document;
    }

    internal DocumentResult(SourceDocument source, Exception error)
    {
        Source = source;
        Error = error;
    }

    /// <summary>The document that was given.</summary>
    public SourceDocument Source { get; }

    /// <summary>What was found; null if the document failed.</summary>
    public AnalyzedDocument? Document { get; }

    /// <summary>Why the document failed; null if it did not.</summary>
    public Exception? Error { get; }

    /// <summary>Whether there is a <see cref="Document"/>; otherwise there is an <see cref="Error"/>.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Document is not null;
}
