using System.Collections.Immutable;
using System.Globalization;

namespace TextInsights.Rendering.Html;

/// <summary>Deals and valuations as cards; each leads to its evidence (<c>data-start</c>, <c>data-end</c>) in the article.</summary>
internal sealed class FactsHtml(HtmlOutput html, DocumentSource source)
{
    // Below, a fact is more likely wrong than right, and its card looks so.
    private const double Sure = 0.5;

    // The card shows some lines; the article has the rest.
    private const int MostEvidenceCharacters = 400;

    public void WriteDeals()
    {
        if (source.Document.Deals.IsEmpty)
        {
            return;
        }

        SectionHtml.Begin(html, source, "deals", "Deals");
        foreach (Deal deal in source.Document.Deals)
        {
            BeginCard(deal.Span, deal.Amount, HtmlWords.Title(deal.Kind), Words.Of(deal.Status), deal.Confidence);
            WriteParties(deal);
            WriteValue(deal.Amount, deal.StakePercent);
            EndCard(deal.Span, deal.Confidence);
        }

        SectionHtml.End(html);
    }

    public void WriteValuations()
    {
        if (source.Document.Valuations.IsEmpty)
        {
            return;
        }

        SectionHtml.Begin(html, source, "valuations", "Valuations");
        foreach (Valuation valuation in source.Document.Valuations)
        {
            BeginCard(valuation.Span, valuation.Amount, HtmlWords.Title(valuation.Kind), Words.Of(valuation.Status), valuation.Confidence);
            html.Write($"<p class=\"parties\" lang=\"de\">");
            WriteNames([valuation.Company]);
            html.Write($"</p>\n");
            WriteValue(valuation.Amount, stake: null);
            EndCard(valuation.Span, valuation.Confidence);
        }

        SectionHtml.End(html);
    }

    private void BeginCard(TextSpan evidence, int? amount, string kind, string status, double confidence)
    {
        html.Write($"<article class=\"card{(confidence < Sure ? " unsure" : "")}\" data-start=\"{evidence.Start}\" data-end=\"{evidence.End}\"");
        if (amount is { } id)
        {
            html.Write($" data-a=\"{id}\"");
        }

        html.Write($">\n<header><h4>{kind}</h4><span class=\"status\">{status}</span></header>\n");
    }

    private void EndCard(TextSpan evidence, double confidence) => html.Write(
        $"<blockquote lang=\"de\"><a href=\"#{source.SentenceAnchor(evidence.Start)}\">{HtmlWords.Short(evidence.Of(source.Text), MostEvidenceCharacters)}</a></blockquote>\n<p class=\"confidence\">{HtmlWords.Percent(confidence)} sure</p>\n</article>\n");

    private void WriteValue(int? amount, decimal? stake)
    {
        string? value = source.Amount(amount) is { } known ? AmountFormat.Short(known) : null;
        string? share = stake is { } percent ? percent.ToString("0.##", CultureInfo.InvariantCulture) + " %" : null;
        if (value is not null || share is not null)
        {
            html.Write($"<p class=\"value\">{string.Join(" for ", new[] { share, value }.Where(part => part is not null))}</p>\n");
        }
    }

    // Buyer → target, owner below; an arrow says nothing to those who listen.
    private void WriteParties(Deal deal)
    {
        html.Write($"<p class=\"parties\" lang=\"de\">");
        WriteNames(deal.Buyers);
        if (!deal.Targets.IsEmpty)
        {
            if (!deal.Buyers.IsEmpty)
            {
                html.Write($" <span aria-hidden=\"true\">→</span><span class=\"unseen\" lang=\"en\">, target: </span> ");
            }

            WriteNames(deal.Targets);
        }

        html.Write($"</p>\n");
        if (!deal.Sellers.IsEmpty)
        {
            html.Write($"<p class=\"sellers\">{(deal.Sellers.Length == 1 ? "Seller" : "Sellers")}: <span lang=\"de\">");
            WriteNames(deal.Sellers);
            html.Write($"</span></p>\n");
        }
    }

    private void WriteNames(ImmutableArray<int> entities)
    {
        for (int i = 0; i < entities.Length; i++)
        {
            html.Write($"{(i > 0 ? ", " : "")}<b data-e=\"{entities[i]}\">{source.Name(entities[i])}</b>");
        }
    }
}
