using System.CommandLine;

namespace TextInsights.Cli.Commands;

/// <summary><c>textinsights completion</c>: prints the script that lets a shell complete commands; the script asks the hidden command <c>suggest</c>.</summary>
internal static class CompletionCommand
{
    private static readonly Argument<string> Shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." }.AcceptOnlyFromAmong("bash", "zsh", "fish");
    private static readonly Argument<int> Position = new("POSITION") { Description = "Where the cursor stands in LINE." };
    private static readonly Argument<string> Line = new("LINE") { Description = "The command line so far." };

    private const string Bash = """
        _textinsights() {
          local IFS=$'\n' word="${COMP_WORDS[COMP_CWORD]}"
          COMPREPLY=($(compgen -W "$(textinsights suggest "$COMP_POINT" "$COMP_LINE" 2>/dev/null)" -- "$word"))
        }
        complete -o default -F _textinsights textinsights
        """;

    private const string Zsh = """
        #compdef textinsights
        _textinsights() {
          local -a words
          words=(${(f)"$(textinsights suggest "$CURSOR" "$BUFFER" 2>/dev/null)"})
          (( $#words )) && compadd -- $words || _files
        }
        compdef _textinsights textinsights
        """;

    private const string Fish = """
        complete -c textinsights -a '(set -l line (commandline -cp); textinsights suggest (string length -- "$line") "$line" 2>/dev/null)'
        """;

    public static Command Create()
    {
        var command = new Command("completion", "Prints the script that completes commands and options in a shell.") { Shell };
        command.Examples(
            "textinsights completion bash > ~/.local/share/bash-completion/completions/textinsights",
            "textinsights completion zsh > ~/.zfunc/_textinsights",
            "textinsights completion fish > ~/.config/fish/completions/textinsights.fish");
        command.SetWork((parsed, _) =>
        {
            Console.Out.WriteLine(parsed.GetValue(Shell) switch { "bash" => Bash, "zsh" => Zsh, _ => Fish });
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>The command that the scripts ask.</summary>
    /// <param name="root">The command whose words are suggested.</param>
    public static Command CreateSuggest(Command root)
    {
        var command = new Command("suggest", "Words that may stand at a place of a command line, a word a line.") { Position, Line };
        command.Hidden = true;
        command.Examples("textinsights suggest 14 'textinsights a'");
        command.SetWork((parsed, _) =>
        {
            string line = parsed.GetValue(Line)!;
            int position = Math.Clamp(parsed.GetValue(Position), 0, line.Length);
            IEnumerable<string> words = root.Parse(line[..position]).GetCompletions(position).Select(c => c.Label);
            foreach (string word in words.Distinct().Where(w => char.IsAsciiLetter(w[0]) || w.StartsWith("--", StringComparison.Ordinal)))
            {
                Console.Out.WriteLine(word);
            }

            return ExitCode.Success;
        });
        return command;
    }
}
