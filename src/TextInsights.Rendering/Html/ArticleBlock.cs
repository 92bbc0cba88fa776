using System.Collections.Immutable;

namespace TextInsights.Rendering.Html;

/// <summary>A heading, a paragraph or an advertisement: sentences of one kind with no paragraph break between them.</summary>
internal readonly record struct ArticleBlock(SentenceKind Kind, TextSpan Span)
{
    /// <summary>The blocks of a text in order; only white space lies between them.</summary>
    public static IEnumerable<ArticleBlock> Split(string text, ImmutableArray<Sentence> sentences)
    {
        // Where lines break inside of sentences, a line break ends no paragraph; only a blank line does.
        int needed = sentences.Any(s => s.Span.Of(text).Contains('\n')) ? 2 : 1;
        for (int i = 0; i < sentences.Length;)
        {
            int first = i++;
            while (i < sentences.Length
                && sentences[i].Kind == sentences[first].Kind
                && text.AsSpan(sentences[i - 1].End, sentences[i].Start - sentences[i - 1].End).Count('\n') < needed)
            {
                i++;
            }

            yield return new ArticleBlock(sentences[first].Kind, new TextSpan(sentences[first].Start, sentences[i - 1].End));
        }
    }
}
