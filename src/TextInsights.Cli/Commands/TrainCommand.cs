using System.CommandLine;
using TextInsights.Cli.Rendering;
using TextInsights.Training;

namespace TextInsights.Cli.Commands;

/// <summary><c>textinsights train</c>: annotated documents in, models out.</summary>
internal static class TrainCommand
{
    private static readonly Argument<string> Model = new("MODEL") { Description = "One of the models below, or all." };

    private static readonly Option<string> Data = new("--data")
    {
        Description = "Annotated documents: a .jsonl file, or a folder of them, where names that begin with dev are left out.",
        HelpName = "FILE|DIR",
        Required = true,
    };

    private static readonly Option<string> OutputFolder = new("--output", "-o")
    {
        Description = "Folder that gets one subfolder per model.",
        HelpName = "DIR",
        Required = true,
    };

    private static readonly Option<int?> Iterations = new("--iterations")
    {
        Description = "Most passes over the data: few are fast, for trying out.",
        HelpName = "N",
    };

    public static Command Create()
    {
        var command = new Command("train", "Trains models from annotated documents.")
        {
            Model, Data, CommonOptions.Corpora, OutputFolder, Iterations,
        };
        // The trainers are not loaded before somebody asks for them.
        Model.CompletionSources.Add(_ => ModelTrainer.Names.Select(n => new System.CommandLine.Completions.CompletionItem(n)));
        Model.Validators.Add(result =>
        {
            string name = result.Tokens[0].Value;
            if (!ModelTrainer.Names.Contains(name))
            {
                result.AddError($"'{name}' is no model: one of {string.Join(", ", ModelTrainer.Names)} is expected.");
            }
        });
        Iterations.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
            {
                result.AddError("--iterations is at least 1.");
            }
        });
        command.Help(
            () => ["Models:", .. ModelTrainer.Models.Select(m => $"  {m.Name,-10} {m.Description}"), $"  {ModelTrainer.All,-10} all of them, in this order", ""],
            "textinsights train all --data data/articles --output models",
            "textinsights train entities --corpora ../corpora --data data/articles --output models");
        command.SetWork((parsed, cancellation) =>
        {
            var input = new TrainingInput(parsed.GetValue(Data)!, parsed.GetValue(CommonOptions.Corpora));
            Progress.Show(
                progress => ModelTrainer.Train(
                    parsed.GetValue(Model)!, input, parsed.GetValue(OutputFolder)!, parsed.GetValue(Iterations), progress, cancellation),
                cancellation);
            return ExitCode.Success;
        });
        return command;
    }
}
