using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Segmentation;
using TextInsights.Sentiments;

namespace TextInsights.Training;

/// <summary>Trains the three models of sentiment: sentences, then documents and organisations on top of them.</summary>
internal static class SentimentTrainer
{
    private static readonly ImmutableArray<string> Labels = [.. Enum.GetNames<SentimentLabel>().Select(n => n.ToLowerInvariant())];
    private static readonly ImmutableArray<string> OrganizationLabels = [.. Labels, "mentioned"];
    private const uint Mentioned = 3;

    public static void Train(TrainingRun run)
    {
        if (!File.Exists(Path.Combine(run.Output, Subwords.Model, "manifest.json")))
        {
            TokenizerTrainer.Train(run);
        }

        ImmutableArray<TrainingCorpus> corpora = [.. new[] { run.Input.Data, run.Input.Corpus("facts") }.OfType<TrainingCorpus>()];
        var composer = new PolarityComposer(new SentimentLexicon());
        Dictionary<string, AnnotatedDocument> twins = new[] { run.Input.Corpus("germeval2014"), run.Input.Corpus("smartdata") }
            .OfType<TrainingCorpus>().SelectMany(c => c.Documents).ToDictionary(d => d.Id);
        var dealExtractor = new DealExtractor(DealClassifier.Load(ModelFolder.At(run.Output)));
        ImmutableArray<SentimentDocument> documents = [.. corpora.SelectMany(c => SentimentDocument.From(c, twins, composer, dealExtractor))];
        var extractor = new SentenceFeatures(Subwords.Load(ModelFolder.At(run.Output)));

        run.Step($"sentences: {documents.Length} documents");
        CrossFitted sentences = TrainSentences(run, documents, twins, composer, extractor);
        ImmutableArray<ReadDocument> read = Read(documents, composer, extractor, sentences, out Calibration sentenceCalibration);
        Write(run, SentimentClassifier.SentenceModel, SentenceFeatures.Schema, Labels, sentences, sentenceCalibration, corpora);

        run.Step("documents");
        read = TrainDocuments(run, read, corpora);

        run.Step("organisations");
        TrainOrganizations(run, read, corpora);
    }

    // A short text teaches its sentences its own label; of a long one, the judged sentences count, else its heading and first sentence.
    private static CrossFitted TrainSentences(
        TrainingRun run, ImmutableArray<SentimentDocument> documents, IReadOnlyDictionary<string, AnnotatedDocument> twins, PolarityComposer composer, SentenceFeatures extractor)
    {
        ImmutableDictionary<string, ImmutableDictionary<int, SentimentLabel>> judged = JudgedSentences.Read(run.Input);
        var examples = new SentenceExamples(extractor);
        foreach (SentimentDocument document in documents)
        {
            examples.Add(document, judged.GetValueOrDefault(document.Id));
        }

        foreach ((string id, ImmutableDictionary<int, SentimentLabel> sentences) in judged.OrderBy(j => j.Key, StringComparer.Ordinal))
        {
            if (twins.TryGetValue(id, out AnnotatedDocument? twin))
            {
                SegmentedText text = GoldStages.Segment(twin);
                examples.AddWhole(id, text, composer.Compose(text), sentences[0]);
            }
        }

        return CrossFitted.Train(examples.Examples, SentenceFeatures.Bits, Labels, Options(run, l2: 0.5f), run.CancellationToken);
    }

    private static ImmutableArray<ReadDocument> Read(
        ImmutableArray<SentimentDocument> documents, PolarityComposer composer, SentenceFeatures extractor, CrossFitted sentences, out Calibration calibration)
    {
        var single = documents.Where(d => SentimentClassifier.OnlySentence(d.Text) >= 0).ToList();
        var buffer = new FeatureBuffer(SentenceFeatures.Bits);
        var scores = new List<float[]>();
        foreach (SentimentDocument document in single)
        {
            float[] score = new float[Labels.Length];
            buffer.Clear();
            extractor.Extract(document.Text, document.Composed, document.Text.Sentences[SentimentClassifier.OnlySentence(document.Text)], buffer);
            sentences.Without(document.Id).Score(buffer, score);
            scores.Add(score);
        }

        Calibration fitted = single.Count == 0 ? new Calibration(1, [1, 1, 1]) : CalibrationTrainer.Fit(scores, [.. single.Select(d => (uint)d.Label)], [.. single.Select(d => d.Corpus)]);
        calibration = fitted;
        return [.. documents.Select(d => new SentenceReader(composer, extractor, new SentimentModel(sentences.Without(d.Id), fitted)) is var reader
            ? new ReadDocument(d, reader, reader.Read(d.Text, d.Composed), default)
            : null!)];
    }

    private static ImmutableArray<ReadDocument> TrainDocuments(TrainingRun run, ImmutableArray<ReadDocument> read, ImmutableArray<TrainingCorpus> corpora)
    {
        var buffer = new FeatureBuffer(DocumentFeatures.Bits);
        var examples = new List<(string Id, LinearExample Example)>();
        ReadDocument[] several = [.. read.Where(r => SentimentClassifier.OnlySentence(r.Document.Text) < 0)];
        foreach (ReadDocument document in several)
        {
            DocumentFeatures.Extract(document.Document.Text, document.Document.Composed, document.Sentences, document.Document.Deals, buffer);
            examples.Add((document.Document.Id, LinearExample.From(buffer, (uint)document.Document.Label)));
        }

        CrossFitted model = CrossFitted.Train(examples, DocumentFeatures.Bits, Labels, Options(run, l2: 1f), run.CancellationToken);
        var scores = new List<float[]>();
        foreach (ReadDocument document in several)
        {
            float[] score = new float[Labels.Length];
            DocumentFeatures.Extract(document.Document.Text, document.Document.Composed, document.Sentences, document.Document.Deals, buffer);
            model.Without(document.Document.Id).Score(buffer, score);
            scores.Add(score);
        }

        Calibration calibration = CalibrationTrainer.Fit(scores, [.. examples.Select(e => e.Example.Label)], [.. several.Select(_ => "all")]);
        var result = ImmutableArray.CreateBuilder<ReadDocument>();
        foreach (ReadDocument document in read)
        {
            int only = SentimentClassifier.OnlySentence(document.Document.Text);
            if (only >= 0)
            {
                result.Add(document with { Judgement = document.Sentences[only] });
                continue;
            }

            DocumentFeatures.Extract(document.Document.Text, document.Document.Composed, document.Sentences, document.Document.Deals, buffer);
            result.Add(document with { Judgement = new SentimentModel(model.Without(document.Document.Id), calibration).Classify(buffer) });
        }

        foreach (IGrouping<string, ReadDocument> corpus in result.GroupBy(d => d.Document.Corpus))
        {
            Report(run, $"documents of {corpus.Key}", [.. corpus.Select(d => ((SentimentLabel?)d.Document.Label, d.Judgement.ToSentiment()))]);
        }

        Write(run, SentimentClassifier.DocumentModel, DocumentFeatures.Schema, Labels, model, calibration, corpora);
        return result.ToImmutable();
    }

    private static void TrainOrganizations(TrainingRun run, ImmutableArray<ReadDocument> read, ImmutableArray<TrainingCorpus> corpora)
    {
        var buffer = new FeatureBuffer(OrganizationFeatures.Bits);
        var examples = new List<(string Id, LinearExample Example)>();
        var groups = new List<string>();
        foreach (ReadDocument document in read)
        {
            var extractor = new OrganizationFeatures(document.Reader);
            var evidence = new OrganizationEvidence(document.Document.Entities, document.Document.References, document.Document.Amounts, document.Document.Deals);
            foreach (Entity entity in document.Document.Entities.Where(e => e.Type == EntityType.Organization))
            {
                uint label = document.Document.Organizations.TryGetValue(entity.Id, out SentimentLabel judged) ? (uint)judged : Mentioned;
                extractor.Extract(document.Document.Text, document.Document.Composed, document.Sentences, document.Judgement, evidence, entity, buffer);
                examples.Add((document.Document.Id, LinearExample.From(buffer, label)));
                groups.Add(document.Document.Corpus);
            }
        }

        CrossFitted model = CrossFitted.Train(examples, OrganizationFeatures.Bits, OrganizationLabels, Options(run, l2: 0.5f), run.CancellationToken);
        List<float[]> scores = [.. examples.Select(e => model.ScoreWithout(e.Id, e.Example))];
        Calibration calibration = CalibrationTrainer.Fit(scores, [.. examples.Select(e => e.Example.Label)], groups);
        Write(run, SentimentClassifier.OrganizationModel, OrganizationFeatures.Schema, OrganizationLabels, model, calibration, corpora);
        foreach (TrainingCorpus corpus in corpora)
        {
            var pairs = new List<(SentimentLabel?, Sentiment?)>();
            for (int i = 0; i < examples.Count; i++)
            {
                if (groups[i] == corpus.Name)
                {
                    examples[i].Example.CopyTo(buffer);
                    Sentiment? predicted = new SentimentModel(model.Without(examples[i].Id), calibration).TryClassify(buffer)?.ToSentiment();
                    pairs.Add((examples[i].Example.Label == Mentioned ? null : (SentimentLabel)examples[i].Example.Label, predicted));
                }
            }

            Report(run, $"organisations of {corpus.Name}", pairs);
        }
    }

    private static void Report(TrainingRun run, string what, IReadOnlyCollection<(SentimentLabel? Gold, Sentiment? Predicted)> pairs)
    {
        double f1 = SentimentMeasure.MacroF1([.. pairs.Select(p => (p.Gold, p.Predicted?.Label))]);
        double error = SentimentMeasure.CalibrationError([.. pairs.Where(p => p.Predicted is not null).Select(p => (p.Predicted!.Confidence, p.Gold == p.Predicted.Label))]);
        run.Step($"{what}, cross-validated: macro-F1 {f1:F1}, calibration error {error:F1} ({pairs.Count(p => p.Gold is not null)} judged); "
            + string.Join(", ", pairs.GroupBy(p => (p.Gold, p.Predicted?.Label)).OrderBy(g => g.Key.Gold).ThenBy(g => g.Key.Label)
                .Select(g => $"{g.Key.Gold?.ToString() ?? "none"} as {g.Key.Label?.ToString() ?? "none"} {g.Count()}")));
    }


    private static LinearTrainerOptions Options(TrainingRun run, float l2) => new(L1: 0, L2: l2, Iterations: run.Iterations(100), MinimumCount: 2);

    private static void Write(
        TrainingRun run, string name, string schema, ImmutableArray<string> labels, CrossFitted model, Calibration calibration, ImmutableArray<TrainingCorpus> corpora) =>
        ModelWriter.Write(run.Output, name, new Dictionary<string, byte[]> { ["model.zip"] = model.Zip, [Calibration.FileName] = calibration.ToJson() },
            new ModelManifest(schema, labels, [], TrainingRun.Seed, ModelWriter.Versions, [.. corpora.Select(c => c.ToManifest())], ImmutableSortedDictionary<string, double>.Empty));

    /// <summary>A document with what models that did not see it say of its sentences and of the whole.</summary>
    private sealed record ReadDocument(SentimentDocument Document, SentenceReader Reader, PolarityProbabilities[] Sentences, PolarityProbabilities Judgement);
}
