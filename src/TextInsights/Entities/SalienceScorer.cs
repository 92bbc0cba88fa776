using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>
/// How much an article is about each entity: every mention outside advertisements counts, more in a heading, early in the
/// text and at the beginning of its sentence, hardly at all in a dateline. Shares of the whole, so they sum to at most 1.
/// </summary>
internal static class SalienceScorer
{
    private const double InHeading = 1.5;
    private const double InFirstSentence = 1.0;
    private const double AsSubject = 0.5;
    private const double Early = 0.5;
    private const double InDateline = 0.1;

    // A mention among the first tokens of its sentence is mostly its subject.
    private const int SubjectTokens = 4;
    private const int DatelineTokens = 12;
    private const double Precision = 10_000;

    /// <summary>Salience of each entity; null for one that only advertisements name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mentions">Its mentions.</param>
    /// <param name="entityOf">Entity of each mention.</param>
    /// <param name="types">Type of each entity.</param>
    public static ImmutableArray<double?> Score(SegmentedText text, ImmutableArray<RecognizedMention> mentions, int[] entityOf, ImmutableArray<EntityType> types)
    {
        var weights = new double[types.Length];
        double sum = 0;
        int sentence = 0;
        int? firstBody = null;
        for (int i = 0; i < mentions.Length; i++)
        {
            while (text.Sentences[sentence].EndToken <= mentions[i].FirstToken)
            {
                sentence++;
            }

            SentenceRange range = text.Sentences[sentence];
            if (range.Kind == SentenceKind.Advertisement)
            {
                continue;
            }

            firstBody ??= range.Kind == SentenceKind.Body ? sentence : null;
            double weight = types[entityOf[i]] == EntityType.Location ? 0.5 : 1;
            weight *= IsInDateline(text, range, mentions[i]) ? InDateline
                : 1 + (range.Kind == SentenceKind.Heading ? InHeading : 0) + (sentence == firstBody ? InFirstSentence : 0) +
                  (mentions[i].FirstToken - range.FirstToken < SubjectTokens ? AsSubject : 0) + (Early * (1 - (mentions[i].Span.Start / (double)text.Text.Length)));
            weights[entityOf[i]] += weight;
            sum += weight;
        }

        // Rounded down, so that the shares never sum to more than 1.
        return [.. weights.Select(w => w > 0 ? Math.Floor(w / sum * Precision) / Precision : (double?)null)];
    }

    // "FRANKFURT (dpa-AFX) - …", "Wien/Linz. …": a place at the very beginning, or an agency in brackets behind it.
    private static bool IsInDateline(SegmentedText text, SentenceRange sentence, RecognizedMention mention)
    {
        if (sentence.Kind != SentenceKind.Body || mention.FirstToken - sentence.FirstToken >= DatelineTokens || text.Tokens[sentence.FirstToken].Gap == TokenGap.Space)
        {
            return false;
        }

        for (int i = mention.EndToken; i < Math.Min(sentence.EndToken, sentence.FirstToken + DatelineTokens); i++)
        {
            if (text[i] is "-" or "–" or "—")
            {
                return text.Tokens[i].Gap != TokenGap.None;
            }

            if (text.Tokens[i].Kind == TokenKind.Word && char.IsLower(text.Text[text.Tokens[i].Start]) && text[i] is not ("dpa" or "awp" or "sda" or "im"))
            {
                return false;
            }
        }

        return false;
    }
}
