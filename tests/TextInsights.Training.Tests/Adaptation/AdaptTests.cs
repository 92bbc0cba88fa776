using TextInsights.Models;
using TextInsights.Tests.Conventions;

namespace TextInsights.Training.Tests.Adaptation;

public sealed class AdaptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("adapt-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Own_documents_give_a_complete_set_of_models_that_is_not_worse_where_it_was_measured()
    {
        string output = Path.Combine(_folder, "models");
        var told = new Steps();
        AdaptationReport report = ModelTrainer.Adapt(Write(20), output, new AdaptationOptions { MaximumIterations = 2 }, told);

        (report.TrainingDocuments, report.HeldOutDocuments).Should().Be((16, 4));
        report.Models.Select(m => m.Model).Should().Equal("advertisements", "entities", "roles", "subjects", "valuations", "deals", "sentiment");
        report.Models.Where(m => m.IsAdapted).Should().NotBeEmpty().And.OnlyContain(m => m.After >= m.Before);
        report.Models.Where(m => m.After < m.Before).Should().OnlyContain(m => !m.IsAdapted);
        Overall(report.After).Should().BeGreaterThanOrEqualTo(Overall(report.Before)!.Value);
        told.Lines.Should().ContainMatch("entities: pass 2 of 2*");

        ModelFolder folder = ModelFolder.At(output);
        folder.ModelNames.Should().Equal(ModelFolder.Embedded.ModelNames);
        foreach (AdaptedModel model in report.Models.Where(m => m.Model != "sentiment"))
        {
            ModelManifest written = folder.ReadManifest(model.Model);
            bool changed = !written.Files.SequenceEqual(ModelFolder.Embedded.ReadManifest(model.Model).Files);
            changed.Should().Be(model.IsAdapted, model.Model);
            written.Measures.ContainsKey("held-out documents, adapted").Should().Be(model.IsAdapted);
        }

        new TextAnalyzer(new TextAnalyzerOptions { ModelsDirectory = output }).Analyze("Die Nordwerk AG zahlt 5 Mio. Euro.").Amounts.Should().ContainSingle();
    }

    [Fact]
    public void Documents_with_few_annotations_adapt_only_what_they_teach()
    {
        string output = Path.Combine(_folder, "models");
        string data = Write(10, d => new AnnotatedDocument { Id = d.Id, Text = d.Text, Sentiment = d.Sentiment });
        AdaptationReport report = ModelTrainer.Adapt(data, output, new AdaptationOptions { MaximumIterations = 1, HeldOutShare = 0.5 });
        report.Models.Where(m => m.Model != "sentiment").Should().OnlyContain(m => !m.IsAdapted && m.Remark == "none of your documents is annotated for it");
        report.Models.Single(m => m.Model == "sentiment").Before.Should().NotBeNull();
    }

    [Fact]
    public void Too_few_documents_and_wrong_settings_are_told()
    {
        FluentActions.Invoking(() => ModelTrainer.Adapt(Write(4), _folder)).Should().Throw<InvalidDataException>().WithMessage("*has 4 documents: at least 5 are needed*");
        FluentActions.Invoking(() => ModelTrainer.Adapt("x", _folder, new AdaptationOptions { Weight = 0 })).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => ModelTrainer.Adapt("x", _folder, new AdaptationOptions { HeldOutShare = double.NaN })).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_cancelled_adaptation_writes_nothing()
    {
        string output = Path.Combine(_folder, "models");
        FluentActions.Invoking(() => ModelTrainer.Adapt(Write(6), output, cancellationToken: new CancellationToken(canceled: true))).Should().Throw<OperationCanceledException>();
        Directory.Exists(output).Should().BeFalse();
    }

    private static double? Overall(EvaluationReport report) => ModelMeasure.All.Average(m => m.Of(report));

    private string Write(int count, Func<AnnotatedDocument, AnnotatedDocument>? change = null)
    {
        string file = Path.Combine(_folder, "my.jsonl");
        File.WriteAllLines(file, AnnotatedCorpus.Read(Repository.PathOf("data", "articles", "dev.jsonl")).Take(count).Select(d => (change?.Invoke(d) ?? d).ToJson()));
        return file;
    }

    private sealed class Steps : IProgress<string>
    {
        public List<string> Lines { get; } = [];

        public void Report(string value) => Lines.Add(value);
    }
}
