using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using TextInsights.Cli.Commands;

namespace TextInsights.Cli;

/// <summary>The command <c>textinsights</c>.</summary>
internal static class CommandLine
{
    // A training step can't be interrupted; files are only ever replaced whole, so that ending the process is safe.
    private static readonly TimeSpan CancellationPatience = TimeSpan.FromSeconds(1);

    public static Task<int> RunAsync(string[] arguments)
    {
        // No RootCommand: that takes its name from the file.
        var root = new Command("textinsights", "Reads German business news: entities, amounts, valuations, deals, sentiment.")
        {
            new VersionOption(),
            AnalyzeCommand.Create(),
            EvaluateCommand.Create(),
            AnnotateCommand.Create(),
            TrainCommand.Create(),
            BenchmarkCommand.Create(),
            InfoCommand.Create(),
            CompletionCommand.Create(),
        };
        root.Add(CompletionCommand.CreateSuggest(root));
        root.Examples(
            "textinsights analyze article.txt",
            "textinsights analyze --help");
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            return Task.FromResult(Complain(parsed));
        }

        return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = CancellationPatience });
    }

    /// <summary>Shows example lines below the help of a command.</summary>
    public static void Examples(this Command command, params string[] lines) => command.Help(() => [], lines);

    /// <summary>Shows what a command knows only when it is asked, and example lines, below its help.</summary>
    public static void Help(this Command command, Func<IEnumerable<string>> details, params string[] examples)
    {
        var help = new HelpOption();
        help.Action = new LongHelp((HelpAction)help.Action!, details, examples);
        command.Add(help);
    }

    /// <summary>Lets a command do its work on a thread of its own, so that Ctrl+C reaches it, and turns errors into messages and exit codes.</summary>
    public static void SetWork(this Command command, Func<ParseResult, CancellationToken, int> work) =>
        command.SetAction((parsed, cancellation) => Task.Factory.StartNew(
            () => Errors.Handle(() => work(parsed, cancellation)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));

    private static int Complain(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        bool isRoot = command == parsed.RootCommandResult.Command;
        foreach (string message in isRoot && parsed.UnmatchedTokens is [var unknown, ..] ? [$"'{unknown}' is no command."] : parsed.Errors.Select(e => e.Message))
        {
            Console.Error.WriteLine(message);
        }

        Console.Error.WriteLine($"See: {(isRoot ? command.Name : $"{parsed.RootCommandResult.Command.Name} {command.Name}")} --help");
        return ExitCode.WrongUsage;
    }

    private sealed class LongHelp(HelpAction help, Func<IEnumerable<string>> details, string[] examples) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int code = help.Invoke(parseResult);
            foreach (string line in details().Append("Examples:").Concat(examples.Select(e => $"  {e}")).Append(""))
            {
                parseResult.InvocationConfiguration.Output.WriteLine(line);
            }

            return code;
        }
    }
}
