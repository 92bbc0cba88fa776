using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Segmentation;

namespace TextInsights.Sentiments;

/// <summary>
/// Judges sentences, organisations and the document from the business point of view: the word lists are composed,
/// a sentence model reads the composition and the words, two more models read the sentences.
/// </summary>
internal sealed class SentimentClassifier
{
    /// <summary>Name of the folder of the three models.</summary>
    public const string Model = "sentiment";

    public const string SentenceModel = Model + "/sentence";
    public const string DocumentModel = Model + "/document";
    public const string OrganizationModel = Model + "/organization";

    private readonly SentenceReader _reader;
    private readonly SentimentModel _document;
    private readonly SentimentModel _organization;
    private readonly OrganizationFeatures _organizationFeatures = new();

    public SentimentClassifier(SentenceReader reader, SentimentModel document, SentimentModel organization)
    {
        _reader = reader;
        _document = document;
        _organization = organization;
    }

    public static SentimentClassifier Load(ModelFolder models) => new(
        new SentenceReader(new PolarityComposer(new SentimentLexicon()), new SentenceFeatures(Subwords.Load(models)), SentimentModel.Load(models, SentenceModel, SentenceFeatures.Schema)),
        SentimentModel.Load(models, DocumentModel, DocumentFeatures.Schema),
        SentimentModel.Load(models, OrganizationModel, OrganizationFeatures.Schema));

    /// <summary>Judges a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="entities">Its entities.</param>
    public TextSentiment Classify(SegmentedText text, ImmutableArray<Entity> entities)
    {
        if (text.Sentences.IsEmpty)
        {
            return new TextSentiment([], [.. entities.Select(_ => (Sentiment?)null)], Sentiment.None);
        }

        (ComposedText composed, PolarityProbabilities[] sentences) = _reader.Read(text);
        PolarityProbabilities document = ClassifyDocument(text, composed, sentences);
        return new TextSentiment(
            [.. text.Sentences.Select((s, i) => s.Kind == SentenceKind.Advertisement ? null : sentences[i].ToSentiment())],
            ClassifyOrganizations(text, composed, sentences, document, entities),
            document.ToSentiment());
    }

    private PolarityProbabilities ClassifyDocument(SegmentedText text, ComposedText composed, PolarityProbabilities[] sentences)
    {
        if (OnlySentence(text) is >= 0 and var only)
        {
            return sentences[only];
        }

        var features = new FeatureBuffer(DocumentFeatures.Bits);
        DocumentFeatures.Extract(text, composed, sentences, features);
        return _document.Classify(features);
    }

    /// <summary>Index of the one sentence that is no advertisement; -1 if there are more.</summary>
    public static int OnlySentence(SegmentedText text)
    {
        int only = -1;
        for (int i = 0; i < text.Sentences.Length; i++)
        {
            if (text.Sentences[i].Kind == SentenceKind.Advertisement)
            {
                continue;
            }

            if (only >= 0)
            {
                return -1;
            }

            only = i;
        }

        return only;
    }

    private ImmutableArray<Sentiment?> ClassifyOrganizations(
        SegmentedText text, ComposedText composed, PolarityProbabilities[] sentences, PolarityProbabilities document, ImmutableArray<Entity> entities)
    {
        int organizations = entities.Count(e => e.Type == EntityType.Organization);
        var features = new FeatureBuffer(OrganizationFeatures.Bits);
        Span<float> probabilities = stackalloc float[4];
        var sentiments = ImmutableArray.CreateBuilder<Sentiment?>(entities.Length);
        foreach (Entity entity in entities)
        {
            if (entity.Type != EntityType.Organization)
            {
                sentiments.Add(null);
                continue;
            }

            _organizationFeatures.Extract(text, composed, sentences, document, entity, organizations, features);
            _organization.Classify(features, probabilities);
            sentiments.Add(OrganizationSentiment(probabilities));
        }

        return sentiments.MoveToImmutable();
    }

    /// <summary>The judgement behind the probabilities of neutral, positive, negative, merely mentioned; null for the last.</summary>
    public static Sentiment? OrganizationSentiment(ReadOnlySpan<float> probabilities)
    {
        float about = 1 - probabilities[3];
        return probabilities[3] > MathF.Max(probabilities[0], MathF.Max(probabilities[1], probabilities[2]))
            ? null
            : new PolarityProbabilities(probabilities[0] / about, probabilities[1] / about, probabilities[2] / about).ToSentiment();
    }
}
