using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Relations;
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

    public SentimentClassifier(SentenceReader reader, SentimentModel document, SentimentModel organization)
    {
        _reader = reader;
        _document = document;
        _organization = organization;
    }

    public static SentimentClassifier Load(ModelFolder models) => new(
        new SentenceReader(new PolarityComposer(new SentimentLexicon()), new SentenceFeatures(Subwords.Load(models)), SentimentModel.Load(models, SentenceModel, SentenceFeatures.Schema)),
        SentimentModel.Load(models, DocumentModel, DocumentFeatures.Schema),
        SentimentModel.Load(models, OrganizationModel, OrganizationFeatures.Schema, mayBeNone: true));

    /// <summary>Judges a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="entities">Its entities.</param>
    /// <param name="references">Where it speaks of its organisations.</param>
    /// <param name="amounts">Its amounts.</param>
    /// <param name="deals">Its deals.</param>
    public TextSentiment Classify(
        SegmentedText text,
        ImmutableArray<Entity> entities,
        ImmutableArray<EntityReference> references,
        ImmutableArray<MonetaryAmount> amounts,
        ImmutableArray<Deal> deals)
    {
        if (text.Sentences.IsEmpty)
        {
            return new TextSentiment([], [.. entities.Select(_ => (Sentiment?)null)], Sentiment.None);
        }

        (ComposedText composed, PolarityProbabilities[] sentences) = _reader.Read(text);
        int[] owners = SentenceOwners.Of(text, references);
        PolarityProbabilities document = ClassifyDocument(text, composed, sentences, deals, owners);
        return new TextSentiment(
            [.. text.Sentences.Select((s, i) => s.Kind == SentenceKind.Advertisement ? null : sentences[i].ToSentiment())],
            ClassifyOrganizations(text, composed, sentences, document, entities, new OrganizationEvidence(owners, entities, references, amounts, deals)),
            document.ToSentiment());
    }

    private PolarityProbabilities ClassifyDocument(SegmentedText text, ComposedText composed, PolarityProbabilities[] sentences, ImmutableArray<Deal> deals, int[] owners)
    {
        if (OnlySentence(text) is >= 0 and var only)
        {
            return sentences[only];
        }

        var features = new FeatureBuffer(DocumentFeatures.Bits);
        DocumentFeatures.Extract(text, composed, sentences, deals, owners, features);
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
        SegmentedText text,
        ComposedText composed,
        PolarityProbabilities[] sentences,
        PolarityProbabilities document,
        ImmutableArray<Entity> entities,
        OrganizationEvidence evidence)
    {
        var extractor = new OrganizationFeatures(_reader);
        var features = new FeatureBuffer(OrganizationFeatures.Bits);
        var sentiments = ImmutableArray.CreateBuilder<Sentiment?>(entities.Length);
        foreach (Entity entity in entities)
        {
            if (entity.Type != EntityType.Organization)
            {
                sentiments.Add(null);
                continue;
            }

            extractor.Extract(text, composed, sentences, document, evidence, entity, features);
            sentiments.Add(_organization.TryClassify(features)?.ToSentiment());
        }

        return sentiments.MoveToImmutable();
    }
}
