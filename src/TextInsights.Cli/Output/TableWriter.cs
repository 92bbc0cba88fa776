using TextInsights.Cli.Input;
using TextInsights.Cli.Rendering;

namespace TextInsights.Cli.Output;

/// <summary>Documents for people.</summary>
internal sealed class TableWriter(TextWriter output, bool isTerminal) : IDocumentWriter
{
    private readonly DocumentView _view = new(Screen.Create(output, isTerminal));

    public void Write(InputDocument input, AnalyzedDocument document)
    {
        _view.Show(input.Text, document);
        output.Flush();
    }

    public void End() => output.Flush();
}
