using System.Text.Json;
using TextInsights.Cli.Input;
using TextInsights.Serialization;

namespace TextInsights.Cli.Output;

/// <summary>Indented JSON: the document itself if there is only one to come, else a list of them.</summary>
internal sealed class JsonWriter(Stream output, bool single) : IDocumentWriter
{
    private bool _begun;

    public void Write(InputDocument input, AnalyzedDocument document)
    {
        if (!single)
        {
            output.Write(_begun ? ",\n"u8 : "[\n"u8);
        }

        _begun = true;
        JsonSerializer.Serialize(output, document, TextInsightsJson.Indented.AnalyzedDocument);
    }

    public void End()
    {
        output.Write((_begun, single) switch
        {
            (true, true) => "\n"u8,
            (true, false) => "\n]\n"u8,
            (false, true) => ""u8,
            (false, false) => "[]\n"u8,
        });
        output.Flush();
    }
}
