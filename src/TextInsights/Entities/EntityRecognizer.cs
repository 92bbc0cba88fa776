using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>Finds names with a sequence model over token features.</summary>
internal sealed class EntityRecognizer
{
    public const string ModelName = "entities";
    private readonly ChainModel _chain;

    private EntityRecognizer(ChainModel chain) => _chain = chain;

    public static EntityRecognizer Load(ModelFolder models)
    {
        ModelManifest manifest = models.ReadManifest(ModelName, EntityFeatures.Schema);
        return new EntityRecognizer(ChainModel.Load(models, manifest, ModelName));
    }

    /// <summary>Mentions in text order, without overlap.</summary>
    public ImmutableArray<RecognizedMention> Recognize(SegmentedText text)
    {
        var mentions = ImmutableArray.CreateBuilder<RecognizedMention>();
        var atoms = new SentenceAtoms();
        var decoder = new ChainDecoder(_chain);
        Span<uint> hashes = stackalloc uint[EntityFeatures.Most];
        short[] scores = [];
        byte[] labels = [];
        foreach (SentenceRange sentence in text.Sentences)
        {
            int length = sentence.TokenCount;
            if (labels.Length < length)
            {
                labels = new byte[length];
                scores = new short[length * EntityLabels.Count];
            }

            atoms.Read(text, sentence);
            for (int i = 0; i < length; i++)
            {
                int count = EntityFeatures.Fill(atoms.Padded, i + EntityFeatures.Reach, hashes);
                _chain.Score(hashes[..count], scores.AsSpan(i * EntityLabels.Count, EntityLabels.Count));
            }

            decoder.Decode(scores.AsSpan(0, length * EntityLabels.Count), labels.AsSpan(0, length));
            MentionReader.Read(text, sentence, labels.AsSpan(0, length), mentions);
        }

        return mentions.DrainToImmutable();
    }
}
