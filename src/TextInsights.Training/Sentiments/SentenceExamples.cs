using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Segmentation;
using TextInsights.Sentiments;

namespace TextInsights.Training;

/// <summary>Collects the training examples of the sentence model.</summary>
internal sealed class SentenceExamples(SentenceFeatures extractor)
{
    private const int ShortText = 4;

    private readonly FeatureBuffer _buffer = new(SentenceFeatures.Bits);
    private readonly List<(string Id, LinearExample Example)> _examples = [];

    public IReadOnlyList<(string Id, LinearExample Example)> Examples => _examples;

    /// <summary>Adds what a document teaches.</summary>
    /// <param name="document">The document.</param>
    /// <param name="judged">Judgements of its sentences by offset, if somebody judged them.</param>
    public void Add(SentimentDocument document, ImmutableDictionary<int, SentimentLabel>? judged)
    {
        if (judged is not null)
        {
            foreach (SentenceRange sentence in document.Text.Sentences)
            {
                if (judged.TryGetValue(document.Text.SpanOf(sentence).Start, out SentimentLabel label))
                {
                    AddOne(document, sentence, label);
                }
            }
        }
        else if (document.Text.Sentences.Length <= ShortText)
        {
            AddWhole(document.Id, document.Text, document.Composed, document.Label);
        }
        else
        {
            AddBeginning(document);
        }
    }

    /// <summary>Adds a short text as one example.</summary>
    public void AddWhole(string id, SegmentedText text, ComposedText composed, SentimentLabel label)
    {
        _buffer.Clear();
        foreach (SentenceRange sentence in text.Sentences)
        {
            extractor.Extract(text, composed, sentence, _buffer);
        }

        _examples.Add((id, LinearExample.From(_buffer, (uint)label)));
    }

    // Heading and lead say what the article says.
    private void AddBeginning(SentimentDocument document)
    {
        foreach (SentenceRange sentence in document.Text.Sentences.Where(s => s.Kind != SentenceKind.Advertisement))
        {
            AddOne(document, sentence, document.Label);
            if (sentence.Kind == SentenceKind.Body)
            {
                return;
            }
        }
    }

    private void AddOne(SentimentDocument document, SentenceRange sentence, SentimentLabel label)
    {
        _buffer.Clear();
        extractor.Extract(document.Text, document.Composed, sentence, _buffer);
        _examples.Add((document.Id, LinearExample.From(_buffer, (uint)label)));
    }
}
