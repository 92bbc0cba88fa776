using System.CommandLine;
using TextInsights.Batches;
using TextInsights.Cli.Input;
using TextInsights.Cli.Output;
using TextInsights.Cli.Rendering;

namespace TextInsights.Cli.Commands;

/// <summary><c>textinsights analyze</c>: documents in, facts out.</summary>
internal static class AnalyzeCommand
{
    // Enough that a long document does not stop the other threads.
    private const int DocumentsPerThread = 8;

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

    private static readonly Option<int> Threads = new("--threads")
    {
        Description = "Documents that are read at the same time; by default as many as there are processors. Results keep the order of the input.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public static Command Create()
    {
        Threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--threads is at least 1.");
            }
        });
        var command = new Command("analyze", "Finds entities, amounts, valuations, deals and sentiment.") { Files, Format, OutputFile, Threads, CommonOptions.Models };
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
            parsed.GetValue(Threads),
            parsed.GetValue(CommonOptions.Models),
            cancellation));
        return command;
    }

    private static int Run(string[] files, string? format, string? outputFile, int threads, string? models, CancellationToken cancellation)
    {
        if (files.Contains(DocumentReader.StandardInput) && !Console.IsInputRedirected)
        {
            Console.Error.WriteLine("Reading JSON lines such as {\"id\": \"1\", \"text\": \"…\"} from the keyboard; Ctrl+D ends, --help explains.");
        }

        using ReplacedFile? file = outputFile is null ? null : new ReplacedFile(outputFile);
        using Stream output = file?.Stream ?? StandardOutput.Open();
        bool isTerminal = file is null && !Console.IsOutputRedirected;
        // Before the writers, of which some begin with a head: where the models fail, nothing is written.
        var analyzer = new TextAnalyzer(new TextAnalyzerOptions { ModelsDirectory = models });
        IDocumentWriter writer = (format ?? (isTerminal ? "table" : "jsonl")) switch
        {
            "table" => CreateTable(output, isTerminal),
            "json" => new JsonWriter(output, single: files is [var only] && DocumentReader.IsText(only)),
            "csv" => new CsvWriter(output),
            "html" => new HtmlWriter(output),
            _ => new JsonLinesWriter(output),
        };
        using var progress = new AnalysisProgress(Console.Error, isShown: !Console.IsErrorRedirected && !isTerminal, DocumentReader.TotalBytes(files));
        bool complete = AnalyzeAsync(DocumentReader.Read(files), analyzer, writer, threads, progress, cancellation).GetAwaiter().GetResult();
        file?.Complete();
        return complete ? ExitCode.Success : ExitCode.Failure;
    }

    // A method of its own, so that other formats never load the table library.
    private static TableWriter CreateTable(Stream output, bool isTerminal) => new(isTerminal ? Console.Out : new StreamWriter(output), isTerminal);

    private static async Task<bool> AnalyzeAsync(
        IEnumerable<InputDocument> documents, TextAnalyzer analyzer, IDocumentWriter writer, int threads, AnalysisProgress progress, CancellationToken cancellation)
    {
        bool complete = true;
        await foreach ((InputDocument document, AnalyzedDocument? result) in OrderedParallel.SelectAsync(
            DocumentStream.Start(documents, cancellation),
            document => (document, document.Error is null ? analyzer.Analyze(document.Text, document.Id) : null),
            threads, threads * DocumentsPerThread, cancellation).ConfigureAwait(false))
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Add(document.Bytes);
            if (result is not null)
            {
                writer.Write(document, result);
            }
            else
            {
                complete = false;
                progress.Complain(document.Complaint);
            }
        }

        writer.End();
        return complete;
    }
}
