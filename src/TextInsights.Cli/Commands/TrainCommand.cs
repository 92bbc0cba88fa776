using System.CommandLine;
using TextInsights.Cli.Rendering;
using TextInsights.Training;

namespace TextInsights.Cli.Commands;

/// <summary><c>textinsights train</c>: annotated documents in, models out.</summary>
internal static class TrainCommand
{
    private static readonly Argument<string> Model = new Argument<string>("MODEL")
    {
        Description = string.Join('\n', ModelTrainer.Models.Select(m => $"{m.Name}: {m.Description}").Append($"{ModelTrainer.All}: all of them, in this order")),
        HelpName = "MODEL",
    }.AcceptOnlyFromAmong([.. ModelTrainer.Names]);

    private static readonly Option<string> Data = new("--data")
    {
        Description = "Annotated documents: a .jsonl file, or a folder of them in which dev.jsonl is left out.",
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
        command.Examples(
            "textinsights train all --data data/articles --output models",
            "textinsights train entities --corpora ../corpora --data data/articles --output models");
        command.SetWork((parsed, cancellation) =>
        {
            var input = new TrainingInput(parsed.GetValue(Data)!, parsed.GetValue(CommonOptions.Corpora));
            Progress.Show(progress =>
                ModelTrainer.Train(parsed.GetValue(Model)!, input, parsed.GetValue(OutputFolder)!, parsed.GetValue(Iterations), progress, cancellation));
            return ExitCode.Success;
        });
        return command;
    }
}
