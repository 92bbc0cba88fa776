using TextInsights.Cli.Input;

namespace TextInsights.Cli.Output;

/// <summary>Writes results in one format, in the order in which they come.</summary>
internal interface IDocumentWriter
{
    void Write(InputDocument input, AnalyzedDocument document);

    /// <summary>Writes what stands behind the last document.</summary>
    void End();
}
