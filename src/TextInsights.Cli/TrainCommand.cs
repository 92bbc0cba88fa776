using System.CommandLine;
using TextInsights.Training;

namespace TextInsights.Cli;

internal static class TrainCommand
{
    public static Command Create()
    {
        var what = new Argument<string>("MODEL") { Description = string.Join(", ", ModelTrainer.Names) };
        var corpora = new Option<DirectoryInfo?>("--corpora") { Description = "Folder of the foreign corpora." };
        var data = new Option<string>("--data") { Description = "Annotated articles: a file or a folder.", Required = true };
        var output = new Option<DirectoryInfo>("--output") { Description = "Folder for the models.", Required = true };
        var command = new Command("train", "Trains models.") { what, corpora, data, output };
        command.SetAction(parsed =>
        {
            var input = new TrainingInput(parsed.GetValue(data)!, parsed.GetValue(corpora)?.FullName);
            ModelTrainer.Train(parsed.GetValue(what)!, input, parsed.GetValue(output)!.FullName, progress: new Progress<string>(Console.Error.WriteLine));
        });
        return command;
    }
}
