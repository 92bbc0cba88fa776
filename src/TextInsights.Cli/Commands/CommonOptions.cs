using System.CommandLine;
using TextInsights.Cli.Input;

namespace TextInsights.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>Files of documents; a mistyped option is no file.</summary>
    public static Argument<string[]> Files(ArgumentArity arity, string description)
    {
        var files = new Argument<string[]>("FILE") { Arity = arity, Description = description };
        files.Validators.Add(result =>
        {
            foreach (string file in result.Tokens.Select(t => t.Value))
            {
                if (file.StartsWith('-') && file != DocumentReader.StandardInput)
                {
                    result.AddError($"'{file}' is no option.");
                }
                else if (!DocumentReader.IsText(file) && !DocumentReader.IsJsonLines(file))
                {
                    result.AddError($"'{file}' is neither .txt (one document) nor .jsonl (one document a line).");
                }
            }
        });
        return files;
    }

    public static Option<string?> Models { get; } = new("--models")
    {
        Description = "Folder of models as 'textinsights train' writes it; the built-in models by default.",
        HelpName = "DIR",
    };

    public static Option<string?> Corpora { get; } = new("--corpora")
    {
        Description = "Folder of the foreign corpora (germeval2014, smartdata, facts, …).",
        HelpName = "DIR",
    };
}
