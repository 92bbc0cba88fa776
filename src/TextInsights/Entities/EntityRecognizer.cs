using System.Collections.Immutable;
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

    /// <summary>Mentions in text order, without overlap.</summary>
    public ImmutableArray<RecognizedMention> Recognize(SegmentedText text)
    {
        var atoms = new DocumentAtoms(text, _words, _lists);
        ImmutableArray<RecognizedMention> proposed = ChainTagger.Tag(_chain, text, atoms);
        return MentionJudge.Judge(_judge, text, atoms, proposed);
    }
}
