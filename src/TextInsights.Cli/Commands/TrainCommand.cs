using System.CommandLine;
using TextInsights.Cli.Rendering;
using TextInsights.Training;

namespace TextInsights.Cli.Commands;

/// <summary><c>textinsights train</c>: annotated documents in, models out.</summary>
internal static class TrainCommand
{
    private const string AdaptedModels = "adapted-models";

    private static readonly Argument<string?> Model = new("MODEL")
    {
        Description = "One of the models below, or all, to be trained from nothing; without it the built-in models are adapted to the documents.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Data = new("--data")
    {
        Description = "Annotated documents: a .jsonl file, or a folder of them, where names that begin with dev are left out.",
        HelpName = "FILE|DIR",
        Required = true,
    };

    private static readonly Option<string?> OutputFolder = new("--output", "-o")
    {
        Description = $"Folder that gets one subfolder per model; '{AdaptedModels}' by default where models are adapted.",
        HelpName = "DIR",
    };

    private static readonly Option<int?> Weight = new("--weight")
    {
        Description = "How often each document counts beside the built-in articles when models are adapted, from 1 to 20; 3 by default.",
        HelpName = "N",
    };

    private static readonly Option<int?> Iterations = new("--iterations")
    {
        Description = "Most passes over the data: few are fast, for trying out.",
        HelpName = "N",
    };

    public static Command Create()
    {
        var command = new Command("train", "Adapts the built-in models to annotated documents, or trains models from nothing.")
        {
            Model, Data, CommonOptions.Corpora, OutputFolder, Weight, Iterations,
        };
        // The trainers are not loaded before somebody asks for them.
        Model.CompletionSources.Add(_ => ModelTrainer.Names.Select(n => new System.CommandLine.Completions.CompletionItem(n)));
        Model.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var name }, ..] && !ModelTrainer.Names.Contains(name))
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
        Weight.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 20)
            {
                result.AddError("--weight is from 1 to 20.");
            }
        });
        command.Help(
            () => ["Models:", .. ModelTrainer.Models.Select(m => $"  {m.Name,-10} {m.Description}"), $"  {ModelTrainer.All,-10} all of them, in this order", ""],
            "textinsights train --data my.jsonl",
            "textinsights train all --data data/articles --output models",
            "textinsights train entities --corpora ../corpora --data data/articles --output models");
        command.SetWork((parsed, cancellation) =>
        {
            string data = parsed.GetValue(Data)!;
            if (parsed.GetValue(Model) is not { } model)
            {
                return parsed.GetValue(CommonOptions.Corpora) is null
                    ? Adapt(data, parsed.GetValue(OutputFolder) ?? AdaptedModels, parsed.GetValue(Weight), parsed.GetValue(Iterations), cancellation)
                    : throw new UsageException("--corpora goes with a MODEL to train, such as all.");
            }

            string output = parsed.GetValue(OutputFolder) ?? throw new UsageException("Option '--output' is required to train a MODEL.");
            if (parsed.GetValue(Weight) is not null)
            {
                throw new UsageException("--weight does not go with a MODEL: it is for adapting the built-in models.");
            }

            var input = new TrainingInput(data, parsed.GetValue(CommonOptions.Corpora));
            Progress.Show(progress => ModelTrainer.Train(model, input, output, parsed.GetValue(Iterations), progress, cancellation), cancellation);
            return ExitCode.Success;
        });
        return command;
    }

    private static int Adapt(string data, string output, int? weight, int? iterations, CancellationToken cancellation)
    {
        var options = new AdaptationOptions { MaximumIterations = iterations };
        options = weight is { } given ? options with { Weight = given } : options;
        AdaptationReport? report = null;
        Progress.Show(progress => report = ModelTrainer.Adapt(data, output, options, progress, cancellation), cancellation);
        new AdaptationView(Screen.Create(Console.Out, !Console.IsOutputRedirected)).Show(report!);
        Console.Out.WriteLine($"Use them: textinsights analyze article.txt --models {output}");
        return ExitCode.Success;
    }
}
