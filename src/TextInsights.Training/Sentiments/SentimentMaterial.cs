using System.Collections.Immutable;
using TextInsights.Models;
using TextInsights.Sentiments;

namespace TextInsights.Training;

/// <summary>What the models of sentiment are learned with beside judged documents.</summary>
/// <param name="Composer">Composes polarity from the word lists.</param>
/// <param name="Extractor">Features of sentences.</param>
/// <param name="Judged">Judgements of sentences by document and offset.</param>
/// <param name="Texts">Texts of the foreign corpora by id: the facts take their names from them, and judged sentences their texts.</param>
internal sealed record SentimentMaterial(
    PolarityComposer Composer,
    SentenceFeatures Extractor,
    ImmutableDictionary<string, ImmutableDictionary<int, SentimentLabel>> Judged,
    IReadOnlyDictionary<string, AnnotatedDocument> Texts)
{
    /// <summary>Reads it; the parts of words come from a folder of models.</summary>
    public static SentimentMaterial Read(TrainingInput input, ModelFolder models) => new(
        new PolarityComposer(new SentimentLexicon()),
        new SentenceFeatures(Subwords.Load(models)),
        JudgedSentences.Read(input),
        new[] { input.Corpus("germeval2014"), input.Corpus("smartdata") }.OfType<TrainingCorpus>().SelectMany(c => c.Documents).ToDictionary(d => d.Id));

    /// <summary>The corpora with judged documents: the user's own, and the facts if they are at hand.</summary>
    public static ImmutableArray<TrainingCorpus> JudgedCorpora(TrainingInput input) => [.. new[] { input.Data, input.Corpus("facts") }.OfType<TrainingCorpus>()];

    /// <summary>Makes the judged ones of some documents ready.</summary>
    public IEnumerable<SentimentDocument> Prepare(IEnumerable<AnnotatedDocument> documents, string corpus, CrossFittedDeals deals) =>
        documents.Where(d => d.Sentiment is not null).Select(d => SentimentDocument.From(Named(d), corpus, Composer, deals.Without(d.Id), d.Mentions is not null));

    // The facts have no names of their own.
    private AnnotatedDocument Named(AnnotatedDocument document) =>
        document.Mentions is null && Texts.GetValueOrDefault(document.Id) is { } twin && twin.Text == document.Text
            ? document with { Mentions = twin.Mentions }
            : document;
}
