using System.CommandLine;
using TextInsights.Cli.Input;
using TextInsights.Cli.Output;

namespace TextInsights.Cli.Commands;

/// <summary><c>textinsights analyze</c>: documents in, facts out.</summary>
internal static class AnalyzeCommand
{
    private static readonly Argument<string[]> Files = CommonOptions.Files(
        ArgumentArity.ZeroOrMore,
        "A .txt file is one document, a .jsonl file has one {\"id\", \"text\"} per line; none or - reads JSON lines from standard input.");

    private static readonly Option<string?> Format = new Option<string?>("--format", "-f")
    {
        Description = "table (default on a terminal), jsonl (default elsewhere), json, csv: a fact a row for spreadsheets, or html: one page to look at.",
        HelpName = "table|jsonl|json|csv|html",
    }.AcceptOnlyFromAmong("table", "jsonl", "json", "csv", "html");

    private static readonly Option<string?> OutputFile = new("--output", "-o")
    {
        Description = "Write to this file, which is replaced only when everything is written.",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var command = new Command("analyze", "Finds entities, amounts, valuations, deals and sentiment.") { Files, Format, OutputFile, CommonOptions.Models };
        command.Examples(
            "textinsights analyze article.txt",
            "textinsights analyze news.jsonl --output facts.jsonl",
            "textinsights analyze article.txt --format json",
            "textinsights analyze news.jsonl --format csv --output facts.csv",
            "textinsights analyze news.jsonl --format html --output news.html",
            "zcat news.jsonl.gz | textinsights analyze | jq -c .valuations");
        command.SetWork((parsed, cancellation) => Run(
            parsed.GetValue(Files) is { Length: > 0 } files ? files : [DocumentReader.StandardInput],
            parsed.GetValue(Format),
            parsed.GetValue(OutputFile),
            parsed.GetValue(CommonOptions.Models),
            cancellation));
        return command;
    }

    private static int Run(string[] files, string? format, string? outputFile, string? models, CancellationToken cancellation)
    {
        if (files.Contains(DocumentReader.StandardInput) && !Console.IsInputRedirected)
        {
            Console.Error.WriteLine("Reading JSON lines such as {\"id\": \"1\", \"text\": \"…\"} from the keyboard; Ctrl+D ends, --help explains.");
        }

        using ReplacedFile? file = outputFile is null ? null : new ReplacedFile(outputFile);
        using Stream output = file?.Stream ?? StandardOutput.Open();
        bool isTerminal = file is null && !Console.IsOutputRedirected;
        IDocumentWriter writer = (format ?? (isTerminal ? "table" : "jsonl")) switch
        {
            "table" => CreateTable(output, isTerminal),
            "json" => new JsonWriter(output, single: files is [var only] && DocumentReader.IsText(only)),
            "csv" => new CsvWriter(output),
            "html" => new HtmlWriter(output),
            _ => new JsonLinesWriter(output),
        };
        bool complete = Analyze(DocumentReader.Read(files), new TextAnalyzer(new TextAnalyzerOptions { ModelsDirectory = models }), writer, cancellation);
        file?.Complete();
        return complete ? ExitCode.Success : ExitCode.Failure;
    }

    // A method of its own, so that other formats never load the table library.
    private static TableWriter CreateTable(Stream output, bool isTerminal) => new(isTerminal ? Console.Out : new StreamWriter(output), isTerminal);

    private static bool Analyze(IEnumerable<InputDocument> documents, TextAnalyzer analyzer, IDocumentWriter writer, CancellationToken cancellation)
    {
        bool complete = true;
        foreach (InputDocument document in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            if (document.Error is null)
            {
                writer.Write(document, analyzer.Analyze(document.Text, document.Id));
            }
            else
            {
                complete = false;
                Console.Error.WriteLine(document.Complaint);
            }
        }

        writer.End();
        return complete;
    }
}
