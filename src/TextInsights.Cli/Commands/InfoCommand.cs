using System.CommandLine;
using System.Globalization;
using System.Reflection;
using TextInsights.Models;

namespace TextInsights.Cli.Commands;

/// <summary><c>textinsights info</c>: what the models say of themselves.</summary>
internal static class InfoCommand
{
    public static Command Create()
    {
        var command = new Command("info", "Shows versions and the models: what they learned from and how good they were.") { CommonOptions.Models };
        command.Examples("textinsights info", "textinsights info --models models");
        command.SetWork((parsed, _) =>
        {
            string? directory = parsed.GetValue(CommonOptions.Models);
            Console.Out.WriteLine($"textinsights {Version()} on .NET {Environment.Version}");
            Show(directory is null ? ModelFolder.Embedded : ModelFolder.At(directory), Console.Out);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Show(ModelFolder folder, TextWriter output)
    {
        foreach (string name in folder.ModelNames)
        {
            ModelManifest manifest = folder.ReadManifest(name);
            output.WriteLine();
            output.WriteLine(name);
            Line("size", $"{Number(manifest.Files.Sum(f => f.Length))} bytes");
            Line("schema", manifest.Schema);
            Line("trained with", string.Join(", ", manifest.Versions.Select(v => $"{v.Key} {v.Value}")));
            Line("trained on", string.Join(", ", manifest.Corpora.Select(c => $"{c.Name} ({Number(c.Documents)} documents)")));
            foreach ((string measure, double value) in manifest.Measures)
            {
                Line("measured", $"{measure}: {value.ToString("0.0#", CultureInfo.InvariantCulture)}");
            }
        }

        void Line(string field, string value) => output.WriteLine($"  {field,-13} {value}");
    }

    private static string Version() => typeof(TextAnalyzer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
