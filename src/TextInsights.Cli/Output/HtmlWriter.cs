using System.Text;
using TextInsights.Cli.Input;
using TextInsights.Rendering.Html;

namespace TextInsights.Cli.Output;

/// <summary>One self-contained page for browsers.</summary>
internal sealed class HtmlWriter : IDocumentWriter
{
    private readonly StreamWriter _output;
    private readonly HtmlPage _page;

    public HtmlWriter(Stream output)
    {
        _output = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        _page = new HtmlPage(_output);
    }

    public void Write(InputDocument input, AnalyzedDocument document)
    {
        _page.Write(input.Text, document);
        _output.Flush();
    }

    public void End()
    {
        _page.End();
        _output.Flush();
    }
}
