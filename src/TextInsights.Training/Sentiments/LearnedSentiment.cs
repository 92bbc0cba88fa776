using System.Collections.Immutable;
using TextInsights.Sentiments;

namespace TextInsights.Training;

/// <summary>The three models of sentiment as they were learned together, and what was said of the documents they learned from by models that had not seen them.</summary>
internal sealed record LearnedSentiment(
    CrossFitted Sentence,
    Calibration SentenceCalibration,
    CrossFitted Document,
    Calibration DocumentCalibration,
    CrossFitted Organization,
    Calibration OrganizationCalibration,
    ImmutableArray<JudgedPair> Documents,
    ImmutableArray<JudgedPair> Organizations)
{
    /// <summary>The classifier that the models make.</summary>
    public SentimentClassifier ToClassifier(SentimentMaterial material) => new(
        new SentenceReader(material.Composer, material.Extractor, new SentimentModel(Sentence.Weights, SentenceCalibration)),
        new SentimentModel(Document.Weights, DocumentCalibration),
        new SentimentModel(Organization.Weights, OrganizationCalibration));
}

/// <summary>A judgement of people and one of a model that did not see its document; null where none is due.</summary>
internal readonly record struct JudgedPair(string Id, string Corpus, SentimentLabel? Gold, Sentiment? Predicted);
