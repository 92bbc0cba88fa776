using System.Text.Json;
using TextInsights.Cli.Input;
using TextInsights.Serialization;

namespace TextInsights.Cli.Output;

/// <summary>One document a line; each line leaves at once.</summary>
internal sealed class JsonLinesWriter(Stream output) : IDocumentWriter
{
    private readonly MemoryStream _line = new();

    public void Write(InputDocument input, AnalyzedDocument document)
    {
        _line.SetLength(0);
        JsonSerializer.Serialize(_line, document, TextInsightsJson.Compact.AnalyzedDocument);
        _line.WriteByte((byte)'\n');
        output.Write(_line.GetBuffer(), 0, (int)_line.Length);
    }

    public void End() => output.Flush();
}
