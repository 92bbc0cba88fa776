using System.Collections.Immutable;
using TextInsights.Amounts;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>Finds names: a chain over token features proposes them, a judge with the whole text in view confirms, retypes or drops them.</summary>
internal sealed class EntityRecognizer
{
    public const string ModelName = "entities";
    private readonly ChainModel _chain;
    private readonly LinearModel _judge;
    private readonly WordTable _words;
    private readonly NameLists _lists;

    private EntityRecognizer(ChainModel chain, LinearModel judge, WordTable words, NameLists lists)
    {
        _chain = chain;
        _judge = judge;
        _words = words;
        _lists = lists;
    }

    /// <summary>What is known of words from running text; later stages read it too.</summary>
    public WordTable Words => _words;

    public static EntityRecognizer Load(ModelFolder models)
    {
        Task<NameLists> lists = Task.Run(NameLists.Embedded);
        Task<WordTable> words = Task.Run(() => WordTable.Load(models));
        ModelManifest manifest = models.ReadManifest(ModelName, EntityFeatures.Schema);
        return new EntityRecognizer(ChainModel.Load(models, manifest, ModelName), LinearModel.Load(models, ModelName, manifest, "model.zip", MentionJudge.Labels),
            words.GetAwaiter().GetResult(), lists.GetAwaiter().GetResult());
    }

    /// <summary>
    /// Mentions in text order, without overlap. A sentence or two follow the guideline of GermEval, as most single sentences that the
    /// model has learned from; where they speak of money or business, names are found as in the articles that it has learned from, too.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="amounts">Its amounts.</param>
    public ImmutableArray<RecognizedMention> Recognize(SegmentedText text, ImmutableArray<RecognizedAmount> amounts)
    {
        if (!DocumentAtoms.AreFew(text) || (amounts.IsEmpty && !BusinessWords.StandIn(text)))
        {
            return Recognize(text, asArticle: false);
        }

        ImmutableArray<RecognizedMention> names = Recognize(text, asArticle: true);
        return amounts.IsEmpty ? names : WithCurrencies(names, Recognize(text, asArticle: false), amounts);
    }

    private ImmutableArray<RecognizedMention> Recognize(SegmentedText text, bool asArticle)
    {
        var atoms = new DocumentAtoms(text, _words, _lists, asArticle);
        ImmutableArray<RecognizedMention> proposed = ChainTagger.Tag(_chain, text, atoms);
        return MentionJudge.Judge(_judge, text, atoms, proposed);
    }

    // GermEval counts the currency of an amount as a name, articles don't. Few of each: the splitter ends a sentence after some hundred tokens.
    private static ImmutableArray<RecognizedMention> WithCurrencies(
        ImmutableArray<RecognizedMention> names, ImmutableArray<RecognizedMention> others, ImmutableArray<RecognizedAmount> amounts) =>
    [
        .. names.Concat(others.Where(o => amounts.Any(a => a.Span.Contains(o.Span)) && !names.Any(n => n.Span.Overlaps(o.Span))))
            .OrderBy(m => m.Span.Start),
    ];
}
