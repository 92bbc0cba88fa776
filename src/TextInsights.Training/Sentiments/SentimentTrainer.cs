using System.Collections.Immutable;
using TextInsights.Models;
using TextInsights.Sentiments;

namespace TextInsights.Training;

/// <summary>Trains and writes the three models of sentiment.</summary>
internal static class SentimentTrainer
{
    public static void Train(TrainingRun run)
    {
        if (!File.Exists(Path.Combine(run.Output, Subwords.Model, "manifest.json")))
        {
            TokenizerTrainer.Train(run);
        }

        var material = SentimentMaterial.Read(run.Input, ModelFolder.At(run.Output));
        ImmutableArray<TrainingCorpus> corpora = SentimentMaterial.JudgedCorpora(run.Input);
        CrossFittedDeals deals = CrossFittedDeals.Learn(run, DealTrainer.WithFurther(run.Input.Data.Documents, run.Input));
        ImmutableArray<SentimentDocument> documents = [.. corpora.SelectMany(c => material.Prepare(c.Documents, c.Name, deals))];
        LearnedSentiment learned = new SentimentLearner(run, material).Learn(documents);
        Report(run, "documents", learned.Documents);
        Report(run, "organisations", learned.Organizations);
        Write(SentimentClassifier.SentenceModel, SentenceFeatures.Schema, SentimentLearner.Labels, learned.Sentence, learned.SentenceCalibration);
        Write(SentimentClassifier.DocumentModel, DocumentFeatures.Schema, SentimentLearner.Labels, learned.Document, learned.DocumentCalibration);
        Write(SentimentClassifier.OrganizationModel, OrganizationFeatures.Schema, SentimentLearner.OrganizationLabels, learned.Organization, learned.OrganizationCalibration);

        void Write(string name, string schema, ImmutableArray<string> labels, CrossFitted model, Calibration calibration) =>
            ModelWriter.Write(run.Output, name, new Dictionary<string, byte[]> { ["model.zip"] = model.Zip, [Calibration.FileName] = calibration.ToJson() },
                new ModelManifest(schema, labels, [], TrainingRun.Seed, ModelWriter.Versions, [.. corpora.Select(c => c.ToManifest())], ImmutableSortedDictionary<string, double>.Empty));
    }

    // The thresholds were fitted on the same predictions: "evaluate --folds" gives the figures to quote.
    private static void Report(TrainingRun run, string what, ImmutableArray<JudgedPair> pairs)
    {
        foreach (IGrouping<string, JudgedPair> corpus in pairs.GroupBy(p => p.Corpus))
        {
            double f1 = SentimentMeasure.MacroF1([.. corpus.Select(p => (p.Gold, p.Predicted?.Label))]);
            run.Step($"{what} of {corpus.Key}, without their own part: macro-F1 {f1:F1}, calibration error {SentimentMeasure.CalibrationError(corpus):F1} ({corpus.Count(p => p.Gold is not null)} judged)");
            run.Step("  " + string.Join(", ", corpus.GroupBy(p => (p.Gold, p.Predicted?.Label)).OrderBy(g => g.Key.Gold).ThenBy(g => g.Key.Label)
                .Select(g => $"{g.Key.Gold?.ToString() ?? "none"} as {g.Key.Label?.ToString() ?? "none"} {g.Count()}")));
        }
    }
}
