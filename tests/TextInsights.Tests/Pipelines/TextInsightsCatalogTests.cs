using Microsoft.ML;
using TextInsights.Tests.DependencyInjection;

namespace TextInsights.Tests.Pipelines;

public sealed class TextInsightsCatalogTests : IDisposable
{
    private static readonly Article[] Articles =
    [
        new() { Key = 1, Body = "NVIDIA investiert rund 30 Milliarden Euro in OpenAI. OpenAI wird dabei mit etwa 830 Milliarden Euro bewertet." },
        new() { Key = 2, Body = "" },
        new() { Key = 3, Body = "Der Umsatz der Nordwerk AG betrug 5 Mio. Euro." },
    ];

    private readonly ModelCopy _models = new();

    public void Dispose() => _models.Dispose();

    [Fact]
    public void A_saved_pipeline_loads_again_in_a_fresh_context_and_gives_the_same_columns()
    {
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromEnumerable(Articles);
        IEstimator<ITransformer> pipeline = ml.Transforms.AnalyzeText("Body").Append(ml.Transforms.Text.FeaturizeText("Features", "Organizations"));
        ITransformer fitted = pipeline.Fit(data);
        string file = _models.PathOf("pipeline.zip");
        ml.Model.Save(fitted, data.Schema, file);
        Facts[] before = Read(ml, fitted.Transform(data));

        var fresh = new MLContext(seed: 1);
        fresh.ComponentCatalog.RegisterAssembly(typeof(TextInsightsCatalog).Assembly);
        ITransformer loaded = fresh.Model.Load(file, out DataViewSchema input);
        input.Select(c => c.Name).Should().Contain("Body");
        IDataView transformed = loaded.Transform(fresh.Data.LoadFromEnumerable(Articles));
        transformed.Schema.Where(c => !c.IsHidden).Select(c => c.Name).Should().NotContainMatch("TextInsights.*").And.Contain("Features");
        Facts[] after = Read(fresh, transformed);
        after.Should().BeEquivalentTo(before);

        after[0].Organizations.Should().Contain(["NVIDIA", "OpenAI"]);
        after[0].AmountMinimums.Should().Equal(30e9, 830e9);
        after[0].AmountCurrencies.Should().Equal("EUR", "EUR");
        after[0].AmountRoles[1].Should().Be("valuation");
        after[0].ValuedCompanies.Should().Equal("OpenAI");
        AnalyzedDocument.FromJson(after[0].Document).Amounts[1].Minimum.Should().Be(830_000_000_000);
        after[1].Should().Match<Facts>(f => f.Sentiment == "neutral" && f.Organizations.Length == 0 && f.AmountTexts.Length == 0);
        after[2].AmountRoles.Should().Equal("revenue");
    }

    [Fact]
    public void A_saved_pipeline_remembers_the_folder_of_its_models()
    {
        string folder = _models.Write("the \"other\" models", other: true);
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromEnumerable(Articles);
        string file = _models.PathOf("pipeline.zip");
        ml.Model.Save(ml.Transforms.AnalyzeText("Body", folder).Fit(data), data.Schema, file);

        var fresh = new MLContext();
        fresh.ComponentCatalog.RegisterAssembly(typeof(TextInsightsCatalog).Assembly);
        Read(fresh, fresh.Model.Load(file, out _).Transform(data))[2].AmountRoles.Should().Equal("donation");
    }

    [Fact]
    public void A_prediction_engine_reads_single_articles()
    {
        var ml = new MLContext(seed: 1);
        ITransformer fitted = ml.Transforms.AnalyzeText("Body").Fit(ml.Data.LoadFromEnumerable(Articles));
        using PredictionEngine<Article, Facts> engine = ml.Model.CreatePredictionEngine<Article, Facts>(fitted);
        engine.Predict(Articles[2]).Should().Match<Facts>(f => f.AmountMaximums.Single() == 5e6 && f.SentimentScore >= -1);
    }

    private static Facts[] Read(MLContext ml, IDataView data) => [.. ml.Data.CreateEnumerable<Facts>(data, reuseRowObject: false)];

    private sealed class Article
    {
        public int Key { get; set; }

        public string Body { get; set; } = "";
    }

    private sealed class Facts
    {
        public int Key { get; set; }

        public string[] Organizations { get; set; } = [];

        public string[] AmountTexts { get; set; } = [];

        public double[] AmountMinimums { get; set; } = [];

        public double[] AmountMaximums { get; set; } = [];

        public string[] AmountCurrencies { get; set; } = [];

        public string[] AmountRoles { get; set; } = [];

        public string[] ValuedCompanies { get; set; } = [];

        public string Sentiment { get; set; } = "";

        public float SentimentScore { get; set; }

        public string Document { get; set; } = "";
    }
}
