using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>Finds names with a sequence model over token features.</summary>
internal sealed class EntityRecognizer
{
    public const string ModelName = "entities";
    public const int SlotBits = 20;
    private readonly LinearModel _model;

    private EntityRecognizer(LinearModel model) => _model = model;

    public static EntityRecognizer Load(ModelFolder models) => new(LinearModel.Load(models, ModelName, EntityFeatures.Schema));

    /// <summary>Mentions in text order, without overlap.</summary>
    public ImmutableArray<RecognizedMention> Recognize(SegmentedText text)
    {
        var mentions = ImmutableArray.CreateBuilder<RecognizedMention>();
        var atoms = new SentenceAtoms();
        var features = new FeatureBuffer(SlotBits);
        float[] scores = [];
        byte[] labels = [];
        foreach (SentenceRange sentence in text.Sentences)
        {
            int length = sentence.TokenCount;
            if (labels.Length < length)
            {
                labels = new byte[length];
                scores = new float[length * EntityLabels.Count];
            }

            atoms.Read(text, sentence);
            for (int i = 0; i < length; i++)
            {
                EntityFeatures.Fill(atoms.Padded, i + EntityFeatures.Reach, features);
                _model.Score(features, scores.AsSpan(i * EntityLabels.Count, EntityLabels.Count));
            }

            Viterbi.Decode(scores, labels.AsSpan(0, length));
            MentionReader.Read(text, sentence, labels.AsSpan(0, length), mentions);
        }

        return mentions.DrainToImmutable();
    }
}
