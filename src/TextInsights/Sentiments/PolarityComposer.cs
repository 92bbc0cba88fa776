using System.Collections.Frozen;
using TextInsights.Segmentation;

namespace TextInsights.Sentiments;

/// <summary>
/// Composes the polarity of sentences from the word lists: a direction is good or bad by what rises or falls
/// ("Verlust halbiert", "Kosten gesunken"), negations turn, contrasts weigh.
/// </summary>
internal sealed class PolarityComposer(SentimentLexicon lexicon)
{
    private const float Turned = -0.7f;
    private const int NegationReach = 6;
    private const int OperandReach = 14;

    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
    [
        "ab", "an", "auf", "aus", "bei", "davon", "ein", "empor", "fehl", "fest", "frei", "gut", "heran", "herab", "herauf", "herunter", "hinauf", "hinterher",
        "hinzu", "hoch", "nach", "still", "vor", "voran", "weg", "wett", "zu", "zurück", "zusammen", "zunichte", "runter", "drauf", "durch",
    ]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ParticleLookup = Particles.GetAlternateLookup<ReadOnlySpan<char>>();

    public ComposedText Compose(SegmentedText text)
    {
        var composed = new ComposedText(text.Tokens.Length);
        int clause = 0;
        foreach (SentenceRange sentence in text.Sentences)
        {
            Read(text, sentence, composed);
            int first = sentence.FirstToken;
            while (first < sentence.EndToken)
            {
                int end = ClauseEnd(text, sentence, first, composed);
                composed.Clause.AsSpan(first, end - first).Fill(clause++);
                ReadSeparable(text, first, end, composed);
                Combine(sentence.FirstToken, first, end, composed);
                first = end;
            }

            NumericComparison.Apply(text, sentence, composed);
            ContrastWeights.Apply(text, sentence, composed);
        }

        return composed;
    }

    private void Read(SegmentedText text, SentenceRange sentence, ComposedText composed)
    {
        Span<char> buffer = stackalloc char[SentimentLexicon.LongestWord];
        int phraseEnd = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (text.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Abbreviation))
            {
                continue;
            }

            ReadOnlySpan<char> surface = text[i];
            ReadOnlySpan<char> word = buffer[..SentimentLexicon.Fold(surface, buffer)];
            if (lexicon.Phrases.TryFind(text, sentence, i, word, out int first, out int end, out float polarity) && first >= phraseEnd)
            {
                composed.Readings.AsSpan(first, end - first).Clear();
                composed.Readings[i] = new LexicalReading(LexicalRole.Polar, polarity, 1);
                phraseEnd = end;
            }
            else if (i >= phraseEnd)
            {
                bool capital = char.IsUpper(surface[0]);
                bool starts = i == sentence.FirstToken || text.Tokens[i - 1].Kind == TokenKind.Punctuation || (surface.Length > 1 && char.IsUpper(surface[1]));
                composed.Readings[i] = lexicon.Read(word, capital, starts);
            }
        }
    }

    // A clause ends behind a comma or the like, or before a word that begins the next one.
    private static int ClauseEnd(SegmentedText text, SentenceRange sentence, int first, ComposedText composed)
    {
        for (int i = first + 1; i < sentence.EndToken; i++)
        {
            if (text.Tokens[i - 1].Kind == TokenKind.Punctuation && text[i - 1] is [',' or ';' or ':' or '–' or '—' or '(' or ')' or '-'])
            {
                return i;
            }

            if (composed.Readings[i].Role is LexicalRole.Clause or LexicalRole.But or LexicalRole.Although && i > first + 2)
            {
                return i;
            }
        }

        return sentence.EndToken;
    }

    // "legte … zu": the particle closes the clause, the verb stands before.
    private void ReadSeparable(SegmentedText text, int first, int end, ComposedText composed)
    {
        int particle = end - 1;
        while (particle > first && text.Tokens[particle].Kind == TokenKind.Punctuation)
        {
            particle--;
        }

        if (particle <= first || text.Tokens[particle].Length > 10 || !ParticleLookup.Contains(text[particle]))
        {
            return;
        }

        Span<char> joined = stackalloc char[SentimentLexicon.LongestWord];
        int prefix = SentimentLexicon.Fold(text[particle], joined);
        for (int i = first; i < particle; i++)
        {
            if (text.Tokens[i].Kind != TokenKind.Word || (char.IsUpper(text.Text[text.Tokens[i].Start]) && i > first))
            {
                continue;
            }

            int length = SentimentLexicon.Fold(text[i], joined[prefix..]);
            if (length > 2 && lexicon.TryReadSeparable(joined[..(prefix + length)], out LexicalReading reading))
            {
                composed.Readings[i] = reading;
                return;
            }
        }
    }

    private static void Combine(int sentenceStart, int first, int end, ComposedText composed)
    {
        Span<LexicalReading> readings = composed.Readings;
        for (int i = first; i < end; i++)
        {
            LexicalReading reading = readings[i];
            if (reading.Role == LexicalRole.Direction)
            {
                int operand = OperandOf(readings, sentenceStart, first, i, end);
                if (operand < 0)
                {
                    composed.Polarity[i] += reading.Alone;
                }
                else
                {
                    float high = readings[operand].High;
                    composed.Polarity[i] += reading.Value * high * 1.3f;
                    if (readings[operand].Role == LexicalRole.Polar)
                    {
                        composed.Polarity[operand] = 0;
                    }
                }
            }
            else if (reading.Role == LexicalRole.Polar && !IsTaken(readings, first, i, end))
            {
                composed.Polarity[i] += reading.Value;
            }
            else if (reading.Role == LexicalRole.Metric)
            {
                composed.Polarity[i] += reading.Alone;
            }
        }

        for (int i = first; i < end; i++)
        {
            if (readings[i].Role == LexicalRole.Intensifier)
            {
                Multiply(composed, i + 1, Math.Min(end, i + 4), readings[i].Value);
            }
            else if (readings[i].Role == LexicalRole.Negation)
            {
                Negate(composed, first, i, end, readings[i].Value);
            }
        }
    }

    // A polar noun right beside a direction is what rises or falls; its own polarity is then in the direction's.
    private static bool IsTaken(ReadOnlySpan<LexicalReading> readings, int first, int polar, int end)
    {
        if (readings[polar].Alone != 0)
        {
            return false; // a phrase stands for itself
        }

        for (int i = first; i < end; i++)
        {
            if (readings[i].Role == LexicalRole.Direction && OperandOf(readings, first, first, i, end) == polar)
            {
                return true;
            }
        }

        return false;
    }

    // The nearest thing that can rise or fall: just behind ("höhere Kosten", "Rückgang der Gewinne"), else before ("Gewinne sinken"), else anywhere behind.
    private static int OperandOf(ReadOnlySpan<LexicalReading> readings, int sentenceStart, int first, int direction, int end)
    {
        for (int i = direction + 1; i < Math.Min(end, direction + 4); i++)
        {
            if (IsOperand(readings[i]))
            {
                return i;
            }
        }

        for (int i = direction - 1; i >= first; i--)
        {
            if (IsOperand(readings[i]))
            {
                return i;
            }
        }

        for (int i = direction + 4; i < Math.Min(end, direction + OperandReach); i++)
        {
            if (IsOperand(readings[i]))
            {
                return i;
            }
        }

        for (int i = first - 1; i >= Math.Max(sentenceStart, direction - OperandReach); i--)
        {
            if (readings[i].Role == LexicalRole.Metric)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsOperand(LexicalReading reading) => reading.IsOperand && !(reading.Role == LexicalRole.Polar && reading.Alone != 0);

    private static void Multiply(ComposedText composed, int first, int end, float factor)
    {
        for (int i = first; i < end; i++)
        {
            if (composed.Polarity[i] != 0)
            {
                composed.Polarity[i] *= factor;
                return;
            }
        }
    }

    // Turns the next thing said, or the last one if the clause says nothing more ("wächst nicht").
    private static void Negate(ComposedText composed, int first, int negation, int end, float strength)
    {
        int target = -1;
        for (int i = negation + 1; i < Math.Min(end, negation + 1 + NegationReach) && target < 0; i++)
        {
            target = composed.Polarity[i] != 0 ? i : -1;
        }

        for (int i = negation - 1; i >= first && target < 0; i--)
        {
            target = composed.Polarity[i] != 0 ? i : -1;
        }

        if (target >= 0)
        {
            composed.Polarity[target] *= Turned * strength;
            composed.Negated[target] = true;
        }
    }
}
