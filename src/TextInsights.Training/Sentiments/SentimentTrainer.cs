using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Sentiments;

namespace TextInsights.Training;

/// <summary>Trains the three models of sentiment: sentences, then documents and organisations on top of them.</summary>
internal static class SentimentTrainer
{
    private static readonly ImmutableArray<string> Labels = [.. Enum.GetNames<SentimentLabel>().Select(n => n.ToLowerInvariant())];
    private static readonly ImmutableArray<string> OrganizationLabels = [.. Labels, "mentioned"];

    public static void Train(TrainingRun run)
    {
        if (!File.Exists(Path.Combine(run.Output, Subwords.Model, "manifest.json")))
        {
            TokenizerTrainer.Train(run);
        }

        ImmutableArray<TrainingCorpus> corpora = [.. new[] { run.Input.Data, run.Input.Corpus("facts") }.OfType<TrainingCorpus>()];
        ImmutableArray<SentimentDocument> documents = Prepare(run, corpora);
        var extractor = new SentenceFeatures(Subwords.Load(ModelFolder.At(run.Output)));

        run.Step($"sentences: {documents.Length} documents");
        CrossFitted sentences = TrainSentences(run, documents, extractor);
        ImmutableArray<ReadDocument> read = Read(documents, extractor, sentences, out Calibration sentenceCalibration);
        Write(run, SentimentClassifier.SentenceModel, SentenceFeatures.Schema, Labels, sentences, sentenceCalibration, corpora);

        run.Step("documents");
        read = TrainDocuments(run, read, corpora);

        run.Step("organisations");
        TrainOrganizations(run, read, corpora);
    }

    private static ImmutableArray<SentimentDocument> Prepare(TrainingRun run, ImmutableArray<TrainingCorpus> corpora)
    {
        var composer = new PolarityComposer(new SentimentLexicon());
        Dictionary<string, AnnotatedDocument> mentions = new[] { run.Input.Corpus("germeval2014"), run.Input.Corpus("smartdata") }
            .OfType<TrainingCorpus>().SelectMany(c => c.Documents).ToDictionary(d => d.Id);
        return [.. corpora.SelectMany(c => SentimentDocument.From(c, mentions, composer))];
    }

    // A short text teaches its sentences its own label, a long one its heading and first sentence.
    private static CrossFitted TrainSentences(TrainingRun run, ImmutableArray<SentimentDocument> documents, SentenceFeatures extractor)
    {
        var examples = new List<(string, LinearExample)>();
        var buffer = new FeatureBuffer(SentenceFeatures.Bits);
        foreach (SentimentDocument document in documents)
        {
            bool isLong = document.Text.Sentences.Length > 4;
            int bodies = 0;
            buffer.Clear();
            foreach (Segmentation.SentenceRange sentence in document.Text.Sentences)
            {
                if (sentence.Kind == SentenceKind.Advertisement)
                {
                    continue;
                }

                bodies += sentence.Kind == SentenceKind.Body ? 1 : 0;
                if (isLong && (bodies > 1 || (sentence.Kind == SentenceKind.Heading && bodies > 0)))
                {
                    break;
                }

                extractor.Extract(document.Text, document.Composed, sentence, buffer);
                if (isLong)
                {
                    examples.Add((document.Id, LinearExample.From(buffer, (uint)document.Label)));
                    buffer.Clear();
                }
            }

            if (!isLong)
            {
                examples.Add((document.Id, LinearExample.From(buffer, (uint)document.Label)));
            }
        }

        return CrossFitted.Train(examples, SentenceFeatures.Bits, Labels, Options(run, l2: 0.5f), run.CancellationToken);
    }

    private static ImmutableArray<ReadDocument> Read(
        ImmutableArray<SentimentDocument> documents, SentenceFeatures extractor, CrossFitted sentences, out Calibration calibration)
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

        Calibration fitted = single.Count == 0 ? new Calibration(1, new float[Labels.Length]) : CalibrationTrainer.Fit(scores, [.. single.Select(d => (uint)d.Label)]);
        calibration = fitted;
        var composer = new PolarityComposer(new SentimentLexicon());
        return
        [
            .. documents.Select(d => new ReadDocument(
                d, new SentenceReader(composer, extractor, new SentimentModel(sentences.Without(d.Id), fitted)).Read(d.Text, d.Composed), default)),
        ];
    }

    private static ImmutableArray<ReadDocument> TrainDocuments(TrainingRun run, ImmutableArray<ReadDocument> read, ImmutableArray<TrainingCorpus> corpora)
    {
        var buffer = new FeatureBuffer(DocumentFeatures.Bits);
        var examples = new List<(string Id, LinearExample Example)>();
        ReadDocument[] several = [.. read.Where(r => SentimentClassifier.OnlySentence(r.Document.Text) < 0)];
        foreach (ReadDocument document in several)
        {
            DocumentFeatures.Extract(document.Document.Text, document.Document.Composed, document.Sentences, buffer);
            examples.Add((document.Document.Id, LinearExample.From(buffer, (uint)document.Document.Label)));
        }

        CrossFitted model = CrossFitted.Train(examples, DocumentFeatures.Bits, Labels, Options(run, l2: 0.5f), run.CancellationToken);
        var scores = new List<float[]>();
        foreach (ReadDocument document in several)
        {
            float[] score = new float[Labels.Length];
            DocumentFeatures.Extract(document.Document.Text, document.Document.Composed, document.Sentences, buffer);
            model.Without(document.Document.Id).Score(buffer, score);
            scores.Add(score);
        }

        Calibration calibration = CalibrationTrainer.Fit(scores, [.. examples.Select(e => e.Example.Label)]);
        var result = ImmutableArray.CreateBuilder<ReadDocument>();
        foreach (ReadDocument document in read)
        {
            int only = SentimentClassifier.OnlySentence(document.Document.Text);
            if (only >= 0)
            {
                result.Add(document with { Judgement = document.Sentences[only] });
                continue;
            }

            DocumentFeatures.Extract(document.Document.Text, document.Document.Composed, document.Sentences, buffer);
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
        var extractor = new OrganizationFeatures();
        var buffer = new FeatureBuffer(OrganizationFeatures.Bits);
        var examples = new List<(string Id, LinearExample Example)>();
        var places = new List<(ReadDocument Document, Entity Entity)>();
        foreach (ReadDocument document in read)
        {
            int organizations = document.Document.Entities.Count(e => e.Type == EntityType.Organization);
            foreach (Entity entity in document.Document.Entities.Where(e => e.Type == EntityType.Organization))
            {
                uint label = document.Document.Organizations.TryGetValue(entity.Id, out SentimentLabel judged) ? (uint)judged : 3;
                extractor.Extract(document.Document.Text, document.Document.Composed, document.Sentences, document.Judgement, entity, organizations, buffer);
                examples.Add((document.Document.Id, LinearExample.From(buffer, label)));
                places.Add((document, entity));
            }
        }

        CrossFitted model = CrossFitted.Train(examples, OrganizationFeatures.Bits, OrganizationLabels, Options(run, l2: 0.5f), run.CancellationToken);
        var scores = new List<float[]>();
        foreach ((ReadDocument document, Entity entity) in places)
        {
            float[] score = new float[OrganizationLabels.Length];
            int organizations = document.Document.Entities.Count(e => e.Type == EntityType.Organization);
            extractor.Extract(document.Document.Text, document.Document.Composed, document.Sentences, document.Judgement, entity, organizations, buffer);
            model.Without(document.Document.Id).Score(buffer, score);
            scores.Add(score);
        }

        Calibration calibration = CalibrationTrainer.Fit(scores, [.. examples.Select(e => e.Example.Label)]);
        Write(run, SentimentClassifier.OrganizationModel, OrganizationFeatures.Schema, OrganizationLabels, model, calibration, corpora);
        foreach (TrainingCorpus corpus in corpora)
        {
            var pairs = new List<(SentimentLabel?, Sentiment?)>();
            for (int i = 0; i < places.Count; i++)
            {
                if (places[i].Document.Document.Corpus == corpus.Name)
                {
                    calibration.Apply(scores[i]);
                    pairs.Add((examples[i].Example.Label == 3 ? null : (SentimentLabel)examples[i].Example.Label, SentimentClassifier.OrganizationSentiment(scores[i])));
                }
            }

            Report(run, $"organisations of {corpus.Name}", pairs);
        }
    }

    private static void Report(TrainingRun run, string what, IReadOnlyCollection<(SentimentLabel? Gold, Sentiment? Predicted)> pairs)
    {
        double f1 = SentimentMeasure.MacroF1([.. pairs.Select(p => (p.Gold, p.Predicted?.Label)).Where(p => p.Gold is not null || p.Label is not (null or SentimentLabel.Neutral))]);
        double error = SentimentMeasure.CalibrationError([.. pairs.Where(p => p.Predicted is not null).Select(p => (p.Predicted!.Confidence, p.Gold == p.Predicted.Label))]);
        run.Step($"{what}, cross-validated: macro-F1 {f1:F1}, calibration error {error:F1} ({pairs.Count(p => p.Gold is not null)} judged)");
    }

    private static LinearTrainerOptions Options(TrainingRun run, float l2) => new(L1: 0, L2: l2, Iterations: run.Iterations(100), MinimumCount: 2);

    private static void Write(
        TrainingRun run, string name, string schema, ImmutableArray<string> labels, CrossFitted model, Calibration calibration, ImmutableArray<TrainingCorpus> corpora) =>
        ModelWriter.Write(run.Output, name, new Dictionary<string, byte[]> { ["model.zip"] = model.Zip, [Calibration.FileName] = calibration.ToJson() },
            new ModelManifest(schema, labels, [], TrainingRun.Seed, ModelWriter.Versions, [.. corpora.Select(c => c.ToManifest())], ImmutableSortedDictionary<string, double>.Empty));

    /// <summary>A document with what models that did not see it say of its sentences and of the whole.</summary>
    private sealed record ReadDocument(SentimentDocument Document, PolarityProbabilities[] Sentences, PolarityProbabilities Judgement);
}
