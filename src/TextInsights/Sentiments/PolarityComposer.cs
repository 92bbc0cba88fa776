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
    private const int BackReach = 25; // how far back a clause is looked at, so that a text without commas takes no longer

    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
    [
        "ab", "an", "auf", "aus", "bei", "davon", "ein", "empor", "fehl", "fest", "frei", "gut", "heran", "herab", "herauf", "herunter", "hinauf", "hinterher",
        "hinzu", "hoch", "nach", "still", "vor", "voran", "weg", "wett", "zu", "zurück", "zusammen", "zunichte", "runter", "drauf", "durch",
    ]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ParticleLookup = Particles.GetAlternateLookup<ReadOnlySpan<char>>();

    public ComposedText Compose(SegmentedText text)
    {
        var composed = new ComposedText(text.Tokens.Length, text.Sentences.Length);
        int clause = 0;
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            SentenceRange sentence = text.Sentences[s];
            Read(text, sentence, composed);
            int first = sentence.FirstToken;
            while (first < sentence.EndToken)
            {
                int end = ClauseEnd(text, sentence, first, composed);
                composed.Clause.AsSpan(first, end - first).Fill(clause++);
                ReadSeparable(text, first, end, composed);
                Combine(text, sentence.FirstToken, first, end, composed);
                first = end;
            }

            NumericComparison.Apply(text, sentence, composed);
            ContrastWeights.Apply(text, sentence, composed);
            composed.Sentences[s] = MathF.Tanh(SentencePolarity.Of(composed, sentence.FirstToken, sentence.EndToken).Sum / 2);
        }

        return composed;
    }

    private void Read(SegmentedText text, SentenceRange sentence, ComposedText composed)
    {
        int phraseEnd = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (text.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Abbreviation))
            {
                continue;
            }

            SentimentWord word = lexicon[text[i]];
            if (PhraseTable.TryFind(word.Phrases, text, sentence, i, out int first, out int end, out LexicalReading phrase) && first >= phraseEnd)
            {
                composed.Readings.AsSpan(first, end - first).Clear();
                composed.Readings[i] = phrase;
                phraseEnd = end;
            }
            else if (i >= phraseEnd)
            {
                bool starts = i == sentence.FirstToken || text.Tokens[i - 1].Kind == TokenKind.Punctuation;
                composed.Readings[i] = starts ? word.AtStart : word.Inside;
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

            LexicalRole role = composed.Readings[i].Role;
            if ((role is LexicalRole.Clause or LexicalRole.But or LexicalRole.Although && i > first + 2) || (role == LexicalRole.Joint && SaysSomething(composed, first, i)))
            {
                return i;
            }
        }

        return sentence.EndToken;
    }

    // "stieg und …" goes on with something new, "Umsatz und Gewinn" does not.
    private static bool SaysSomething(ComposedText composed, int first, int end)
    {
        for (int i = Math.Max(first, end - BackReach); i < end; i++)
        {
            if (composed.Readings[i].Role == LexicalRole.Direction)
            {
                return true;
            }
        }

        return false;
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
        int prefix = SentimentLexicon.Fold(text[particle], joined), other = -1;
        for (int i = first; i < particle; i++)
        {
            if (text.Tokens[i].Kind != TokenKind.Word || (char.IsUpper(text.Text[text.Tokens[i].Start]) && i > first))
            {
                continue;
            }

            if (i > first && composed.Readings[i].Role is LexicalRole.Direction or LexicalRole.Polar && !composed.Readings[i].IsPhrase)
            {
                other = i;
            }

            int length = SentimentLexicon.Fold(text[i], joined[prefix..]);
            if (length > 2 && lexicon.TryReadSeparable(joined[..(prefix + length)], out LexicalReading reading))
            {
                composed.Readings[i] = reading;
                composed.Readings[particle] = default;
                return;
            }
        }

        // "fiel … an" is no fall.
        if (other > 0 && other <= first + 3 && composed.Readings[other].Role == LexicalRole.Direction)
        {
            composed.Readings[other] = default;
        }
    }

    private static void Combine(SegmentedText text, int sentenceStart, int first, int end, ComposedText composed)
    {
        Span<LexicalReading> readings = composed.Readings;
        for (int i = first; i < end; i++)
        {
            LexicalReading reading = readings[i];
            if (reading.Role == LexicalRole.Direction)
            {
                int operand = OperandOf(text, readings, sentenceStart, first, i, end);
                if (operand < 0)
                {
                    composed.Polarity[i] += reading.Alone;
                    composed.Source[i] = PolaritySource.Direction;
                }
                else
                {
                    composed.Source[i] = PolaritySource.Movement;
                    float high = readings[operand].High;
                    composed.Polarity[i] += reading.Value * high * 1.3f;
                    TakeAll(composed, first, operand, end);
                }
            }
            else if (reading.Role == LexicalRole.Polar && !composed.Taken[i])
            {
                composed.Polarity[i] += reading.Value;
                composed.Source[i] = reading.IsPhrase ? PolaritySource.Phrase : Math.Abs(reading.Value) >= 2 ? PolaritySource.Strong : PolaritySource.Weak;
            }
            else if (reading.Role == LexicalRole.Metric && !composed.Taken[i])
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

    // What rises or falls says no more by itself, nor do its neighbours of the same kind ("der Verdacht der Bestechung").
    private static void TakeAll(ComposedText composed, int first, int operand, int end)
    {
        float high = composed.Readings[operand].High;
        for (int i = Math.Max(first, operand - 3); i < Math.Min(end, operand + 4); i++)
        {
            if (composed.Readings[i].IsOperand && composed.Readings[i].High * high > 0)
            {
                composed.Taken[i] = true;
                composed.Polarity[i] = 0;
            }
        }
    }

    // The nearest thing that can rise or fall: just behind ("höhere Kosten", "Rückgang der Gewinne"), else before ("Gewinne sinken"), else anywhere behind.
    private static int OperandOf(SegmentedText text, ReadOnlySpan<LexicalReading> readings, int sentenceStart, int first, int direction, int end)
    {
        for (int i = direction + 1; i < Math.Min(end, direction + 4); i++)
        {
            if (readings[i].IsOperand)
            {
                return i;
            }

            if (text[i] is "auf" or "um" or "nach" or "seit" or "vor" or "wegen" or "für" or "durch" or "unter" or "über" or "mit" or "zu")
            {
                break; // "schrumpfte auf einen Rest"
            }
        }

        for (int i = direction - 1; i >= Math.Max(first, direction - BackReach); i--)
        {
            if (readings[i].IsOperand)
            {
                return i;
            }
        }

        for (int i = direction + 4; i < Math.Min(end, direction + OperandReach); i++)
        {
            if (readings[i].IsOperand)
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

    // Turns the next thing said, or all that was said before if the clause says nothing more ("wächst nicht").
    private static void Negate(ComposedText composed, int first, int negation, int end, float strength)
    {
        int target = -1;
        for (int i = negation + 1; i < Math.Min(end, negation + 1 + NegationReach); i++)
        {
            if (composed.Polarity[i] != 0)
            {
                target = i;
                if (composed.Readings[i].Role != LexicalRole.Metric)
                {
                    break; // "weder Umsatz noch Gewinn überzeugten" turns the verb
                }
            }
        }

        if (target >= 0)
        {
            Turn(composed, target, strength);
            return;
        }

        for (int i = Math.Max(first, negation - BackReach); i < negation; i++)
        {
            if (composed.Polarity[i] != 0)
            {
                Turn(composed, i, strength);
            }
        }
    }

    private static void Turn(ComposedText composed, int token, float strength)
    {
        composed.Polarity[token] *= Turned * strength;
        composed.Negated[token] = true;
    }
}
