using System.Globalization;
using Spectre.Console;
using TextInsights.Training;

namespace TextInsights.Cli.Rendering;

/// <summary>Shows people what adapting the models gave.</summary>
internal sealed class AdaptationView(IAnsiConsole console)
{
    public void Show(AdaptationReport report)
    {
        Table models = NewTable("Model", "Before", "Adapted").AddColumn("Verdict");
        foreach (AdaptedModel model in report.Models)
        {
            models.AddRow(new Text(model.Model), new Text(Number(model.Before)), new Text(Number(model.After)), new Text(model.Remark));
        }

        Table measures = NewTable("Measure", "Before", "After");
        IReadOnlyDictionary<string, double?> after = report.After.ToMeasures();
        foreach ((string path, double? before) in report.Before.ToMeasures().Where(m => !m.Key.EndsWith(".n", StringComparison.Ordinal)
            && !m.Key.EndsWith(".P", StringComparison.Ordinal) && !m.Key.EndsWith(".R", StringComparison.Ordinal)))
        {
            measures.AddRow(new Text(path.Replace(".", " / ", StringComparison.Ordinal)), new Text(Number(before)), new Text(Number(after.GetValueOrDefault(path))));
        }

        console.Write(models);
        console.Write(measures);
        console.WriteLine($"Learned from {report.TrainingDocuments} documents, measured on {report.HeldOutDocuments} that were held out.");
    }

    private static Table NewTable(string first, params string[] numbers)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn(first);
        foreach (string number in numbers)
        {
            table.AddColumn(new TableColumn(number).RightAligned());
        }

        return table;
    }

    private static string Number(double? value) => value?.ToString("0.0", CultureInfo.InvariantCulture) ?? "-";
}
