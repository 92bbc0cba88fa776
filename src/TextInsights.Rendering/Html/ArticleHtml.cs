using System.Collections.Immutable;

namespace TextInsights.Rendering.Html;

/// <summary>
/// The article with its markings. Every stretch of text carries its offset (<c>data-o</c>), so that a script finds the evidence
/// of a fact by the offsets of the contract.
/// </summary>
internal sealed class ArticleHtml(HtmlOutput html, DocumentSource source)
{
    private readonly HashSet<int> _linkedEntities = [];
    private readonly HashSet<int> _linkedAmounts = [];
    private int _next;

    public void Write()
    {
        ImmutableArray<MarkedSegment> segments = MarkedText.Segments(source.Text, source.Document, evidence: true);
        html.Write($"<article class=\"text\" lang=\"de\" aria-label=\"Article\">\n");
        bool first = true, advertised = false;
        foreach (ArticleBlock block in ArticleBlock.Split(source.Text, source.Document.Sentences))
        {
            bool isAdvertisement = block.Kind == SentenceKind.Advertisement;
            if (isAdvertisement != advertised)
            {
                ToggleAdvertisement(isAdvertisement);
                advertised = isAdvertisement;
            }

            WriteBlock(block, segments, isTitle: first && block.Kind == SentenceKind.Heading);
            first = false;
        }

        if (advertised)
        {
            ToggleAdvertisement(begins: false);
        }

        html.Write($"</article>\n");
    }

    private void ToggleAdvertisement(bool begins)
    {
        if (begins)
        {
            html.Write($"<div class=\"advertisement\" role=\"note\" aria-label=\"Advertisement\"><span class=\"label\" lang=\"en\">Advertisement</span>\n");
        }
        else
        {
            html.Write($"</div>\n");
        }
    }

    private void WriteBlock(ArticleBlock block, ImmutableArray<MarkedSegment> segments, bool isTitle)
    {
        string element = block.Kind == SentenceKind.Heading ? "h3" : "p";
        html.Write($"<{element} class=\"{(isTitle ? "title" : "block")}\">");
        int? sentence = null;
        MonetaryAmount? amount = null;
        for (; _next < segments.Length && segments[_next].Span.Start < block.Span.End; _next++)
        {
            MarkedSegment segment = segments[_next];
            if (segment.Span.Start < block.Span.Start)
            {
                continue; // white space between blocks
            }

            if (segment.Amount != amount || segment.Sentence != sentence)
            {
                End(amount);
                amount = null;
            }

            if (segment.Sentence != sentence)
            {
                End(sentence);
                Begin(segment.Sentence);
                sentence = segment.Sentence;
            }

            if (segment.Amount != amount)
            {
                Begin(segment.Amount);
                amount = segment.Amount;
            }

            WriteStretch(segment);
        }

        End(amount);
        End(sentence);
        html.Write($"</{element}>\n");
    }

    private void Begin(int? sentence)
    {
        if (sentence is { } index)
        {
            html.Write($"<span class=\"sentence {HtmlWords.ClassOf(source.Document.Sentences[index].Sentiment)}\" id=\"{source.Prefix}-s{index}\">");
        }
    }

    private void End(int? sentence)
    {
        if (sentence is not null)
        {
            html.Write($"</span>");
        }
    }

    private void Begin(MonetaryAmount? amount)
    {
        if (amount is not null)
        {
            html.Write($"<mark class=\"amount\" data-a=\"{amount.Id}\" data-tip=\"{Tip(amount)}\"");
            if (_linkedAmounts.Add(amount.Id))
            {
                html.Write($" id=\"{source.Prefix}-a{amount.Id}\" tabindex=\"0\"");
            }

            html.Write($">");
        }
    }

    private void End(MonetaryAmount? amount)
    {
        if (amount is not null)
        {
            html.Write($"</mark>");
        }
    }

    private void WriteStretch(MarkedSegment segment)
    {
        ReadOnlySpan<char> text = segment.Span.Of(source.Text);
        if (segment.Entity is { } entity)
        {
            html.Write($"<mark class=\"{HtmlWords.ClassOf(entity.Type)}\" data-o=\"{segment.Span.Start}\" data-e=\"{entity.Id}\"");
            if (segment.Amount is null)
            {
                html.Write($" data-tip=\"{Tip(entity)}\"");
            }

            if (_linkedEntities.Add(entity.Id))
            {
                html.Write($" id=\"{source.Prefix}-e{entity.Id}\"");
            }

            html.Write($">{text}</mark>");
        }
        else
        {
            html.Write($"<span data-o=\"{segment.Span.Start}\">{text}</span>");
        }
    }

    private string Tip(MonetaryAmount amount)
    {
        string about = source.Name(amount.Subject) is { } subject ? $" · {subject}" : "";
        return $"{AmountFormat.Value(amount)}\n{Words.Of(amount.Role)}{about} · {Words.Of(amount.Qualifier)}, {HtmlWords.Percent(amount.Confidence)} sure";
    }

    private static string Tip(Entity entity) => $"{HtmlWords.Short(entity.Name)}\n{Words.Of(entity.Type)}{(entity.Isin is null ? "" : $" · {entity.Isin}")}";
}
