using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Relations;
using TextInsights.Segmentation;
using TextInsights.Sentiments;

namespace TextInsights.Training;

/// <summary>Learns the three models of sentiment: sentences, then documents and organisations on top of them.</summary>
internal sealed class SentimentLearner(TrainingRun run, SentimentMaterial material)
{
    public static readonly ImmutableArray<string> Labels = [.. Enum.GetNames<SentimentLabel>().Select(n => n.ToLowerInvariant())];
    public static readonly ImmutableArray<string> OrganizationLabels = [.. Labels, "mentioned"];

    private const uint Mentioned = 3;
    private const string JudgedText = "judged";

    /// <summary>Learns from judged documents, and from the judged sentences of other texts.</summary>
    public LearnedSentiment Learn(ImmutableArray<SentimentDocument> documents)
    {
        run.Step($"sentences: {documents.Length} documents");
        CrossFitted sentences = LearnSentences(documents);
        Calibration sentenceCalibration = Calibrate(documents, sentences);
        ImmutableArray<ReadDocument> read =
        [
            .. documents.Select(d => new SentenceReader(material.Composer, material.Extractor, new SentimentModel(sentences.Without(d.Id), sentenceCalibration)) is var reader
                ? new ReadDocument(d, reader, reader.Read(d.Text, d.Composed), default)
                : null!),
        ];

        run.Step("documents");
        read = LearnDocuments(read, out CrossFitted document, out Calibration documentCalibration);

        run.Step("organisations");
        ImmutableArray<JudgedPair> organizations = LearnOrganizations(read, sentences, sentenceCalibration, out CrossFitted organization, out Calibration organizationCalibration);
        return new LearnedSentiment(sentences, sentenceCalibration, document, documentCalibration, organization, organizationCalibration,
            [.. read.Select(d => new JudgedPair(d.Document.Id, d.Document.Corpus, d.Document.Label, d.Judgement.ToSentiment()))], organizations);
    }

    // A short text teaches its sentences its own label; of a long one, the judged sentences count, else its heading and first sentence.
    private CrossFitted LearnSentences(ImmutableArray<SentimentDocument> documents)
    {
        var examples = new SentenceExamples(material.Extractor);
        foreach (SentimentDocument document in documents)
        {
            examples.Add(document, material.Judged.GetValueOrDefault(document.Id));
        }

        foreach ((string id, ImmutableDictionary<int, SentimentLabel> sentences) in material.Judged.OrderBy(j => j.Key, StringComparer.Ordinal))
        {
            if (material.Texts.TryGetValue(id, out AnnotatedDocument? other))
            {
                SegmentedText text = GoldStages.Segment(other);
                examples.AddWhole(id, text, material.Composer.Compose(text), sentences[0]);
            }
        }

        return CrossFitted.Train(examples.Examples, SentenceFeatures.Bits, Labels, Options(l2: 0.5f), run.CancellationToken);
    }

    // On the documents of one sentence, where the sentence model has the last word.
    private Calibration Calibrate(ImmutableArray<SentimentDocument> documents, CrossFitted sentences)
    {
        var single = documents.Where(d => SentimentClassifier.OnlySentence(d.Text) >= 0).ToList();
        var buffer = new FeatureBuffer(SentenceFeatures.Bits);
        var scores = new List<float[]>();
        foreach (SentimentDocument document in single)
        {
            float[] score = new float[Labels.Length];
            buffer.Clear();
            material.Extractor.Extract(document.Text, document.Composed, document.Text.Sentences[SentimentClassifier.OnlySentence(document.Text)], buffer);
            sentences.Without(document.Id).Score(buffer, score);
            scores.Add(score);
        }

        return single.Count == 0 ? new Calibration(1, [1, 1, 1]) : CalibrationTrainer.Fit(scores, [.. single.Select(d => (uint)d.Label)], [.. single.Select(d => d.Corpus)]);
    }

    private ImmutableArray<ReadDocument> LearnDocuments(ImmutableArray<ReadDocument> read, out CrossFitted model, out Calibration calibration)
    {
        var buffer = new FeatureBuffer(DocumentFeatures.Bits);
        var examples = new List<(string Id, LinearExample Example)>(); // own documents stand in it as often as they count
        var byId = new Dictionary<string, LinearExample>();
        foreach (ReadDocument document in read.Where(r => SentimentClassifier.OnlySentence(r.Document.Text) < 0))
        {
            DocumentFeatures.Extract(document.Document.Text, document.Document.Composed, document.Sentences, document.Document.Deals, document.Document.Owners, buffer);
            var example = LinearExample.From(buffer, (uint)document.Document.Label);
            examples.Add((document.Document.Id, example));
            byId[document.Document.Id] = example;
        }

        CrossFitted trained = CrossFitted.Train([.. examples], DocumentFeatures.Bits, Labels, Options(l2: 4f), run.CancellationToken);
        Calibration fitted = CalibrationTrainer.Fit(
            [.. examples.Select(e => trained.ScoreWithout(e.Id, e.Example))], [.. examples.Select(e => e.Example.Label)], [.. examples.Select(_ => "all")]);
        (model, calibration) = (trained, fitted);
        return [.. read.Select(d => d with { Judgement = Judge(d) })];

        PolarityProbabilities Judge(ReadDocument document)
        {
            if (!byId.TryGetValue(document.Document.Id, out LinearExample? example))
            {
                return document.Sentences[SentimentClassifier.OnlySentence(document.Document.Text)];
            }

            example.CopyTo(buffer);
            return new SentimentModel(trained.Without(document.Document.Id), fitted).Classify(buffer);
        }
    }

    private ImmutableArray<JudgedPair> LearnOrganizations(ImmutableArray<ReadDocument> read, CrossFitted sentences, Calibration sentenceCalibration, out CrossFitted model, out Calibration calibration)
    {
        var buffer = new FeatureBuffer(OrganizationFeatures.Bits);
        var examples = new List<OrganizationExample>();
        foreach (ReadDocument document in read.AddRange(ReadJudged(sentences, sentenceCalibration)))
        {
            SentimentDocument source = document.Document;
            var extractor = new OrganizationFeatures(document.Reader);
            var evidence = new OrganizationEvidence(source.Owners, source.Entities, source.References, source.Amounts, source.Deals);
            foreach (Entity entity in source.Entities.Where(e => e.Type == EntityType.Organization))
            {
                bool isJudged = source.Organizations.TryGetValue(entity.Id, out SentimentLabel judged);
                extractor.Extract(source.Text, source.Composed, document.Sentences, document.Judgement, evidence, entity, buffer);
                examples.Add(new OrganizationExample(
                    source.Id, source.Corpus, LinearExample.From(buffer, isJudged ? (uint)judged : Mentioned), source.Corpus != JudgedText && (isJudged || source.IsComplete)));
            }
        }

        CrossFitted trained = CrossFitted.Train([.. examples.Select(e => (e.Id, e.Example))], OrganizationFeatures.Bits, OrganizationLabels, Options(l2: 3f), run.CancellationToken);
        ImmutableArray<OrganizationExample> measured = [.. examples.Where(e => e.IsMeasured)];
        Calibration fitted = CalibrationTrainer.Fit(
            [.. measured.Select(e => trained.ScoreWithout(e.Id, e.Example))], [.. measured.Select(e => e.Example.Label)], [.. measured.Select(e => e.Corpus)]);
        (model, calibration) = (trained, fitted);
        return [.. measured.Select(e => new JudgedPair(e.Id, e.Corpus, e.Example.Label == Mentioned ? null : (SentimentLabel)e.Example.Label, Judge(e.Id, e.Example)))];

        Sentiment? Judge(string id, LinearExample example)
        {
            example.CopyTo(buffer);
            return new SentimentModel(trained.Without(id), fitted).TryClassify(buffer)?.ToSentiment();
        }
    }

    // A short text with a single organisation says of it what it says.
    private IEnumerable<ReadDocument> ReadJudged(CrossFitted sentences, Calibration calibration)
    {
        var rules = new DealExtractor(null);
        foreach ((string id, ImmutableDictionary<int, SentimentLabel> judged) in material.Judged.OrderBy(j => j.Key, StringComparer.Ordinal))
        {
            if (!material.Texts.TryGetValue(id, out AnnotatedDocument? text) || text.Mentions is not { } mentions
                || mentions.Count(m => m.Type == EntityType.Organization) != 1)
            {
                continue;
            }

            GoldMention only = mentions.Single(m => m.Type == EntityType.Organization);
            SentimentDocument document = SentimentDocument.From(text with
            {
                Sentiment = judged[0],
                EntitySentiments = [new GoldEntitySentiment(text.Text[only.Start..only.End].Trim(), judged[0])],
            }, JudgedText, material.Composer, rules);
            var reader = new SentenceReader(material.Composer, material.Extractor, new SentimentModel(sentences.Without(id), calibration));
            PolarityProbabilities[] read = reader.Read(document.Text, document.Composed);
            yield return new ReadDocument(document, reader, read, read[0]);
        }
    }

    private LinearTrainerOptions Options(float l2) => new(L1: 0, L2: l2, Iterations: run.Iterations(100), MinimumCount: 2);

    /// <summary>A document with what models that did not see it say of its sentences and of the whole.</summary>
    private sealed record ReadDocument(SentimentDocument Document, SentenceReader Reader, PolarityProbabilities[] Sentences, PolarityProbabilities Judgement);

    // An organisation of a document, and whether the evaluation would ask for it.
    private sealed record OrganizationExample(string Id, string Corpus, LinearExample Example, bool IsMeasured);
}
