using System.Globalization;

namespace TextInsights.Rendering.Html;

/// <summary>Organisations with what the article says of them, other names, and all amounts; each leads to its place in the article.</summary>
internal sealed class NamesHtml(HtmlOutput html, DocumentSource source)
{
    // Units of the drawing, not of the screen.
    private const int HalfBar = 50;

    public void WriteOrganizations()
    {
        Entity[] organizations =
        [
            .. source.Document.Entities.Where(e => e.Type == EntityType.Organization).OrderByDescending(e => e.Salience ?? -1).ThenBy(e => e.Id),
        ];
        if (organizations.Length == 0)
        {
            return;
        }

        SectionHtml.Begin(html, source, "organizations", "Organisations");
        html.Write($"<table>\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\" class=\"number\">Salience</th><th scope=\"col\">Sentiment</th></tr></thead>\n<tbody>\n");
        foreach (Entity entity in organizations)
        {
            html.Write($"<tr><th scope=\"row\" lang=\"de\"><a href=\"#{source.Prefix}-e{entity.Id}\" data-e=\"{entity.Id}\">{HtmlWords.Short(entity.Name)}</a>");
            if (entity.Isin is { } isin)
            {
                html.Write($" <small>{isin}</small>");
            }

            html.Write($"</th><td class=\"number\">{(entity.Salience is { } salience ? HtmlWords.Percent(salience) : "–")}</td><td>");
            WriteBar(entity.Sentiment);
            html.Write($"</td></tr>\n");
        }

        html.Write($"</tbody>\n</table>\n");
        SectionHtml.End(html);
    }

    public void WriteOthers()
    {
        if (source.Document.Entities.All(e => e.Type == EntityType.Organization))
        {
            return;
        }

        SectionHtml.Begin(html, source, "names", "Persons, places and others");
        WriteChips(EntityType.Person, "Persons");
        WriteChips(EntityType.Location, "Places");
        WriteChips(EntityType.Miscellaneous, "Others");
        SectionHtml.End(html);
    }

    public void WriteAmounts()
    {
        if (source.Document.Amounts.IsEmpty)
        {
            return;
        }

        SectionHtml.Begin(html, source, "amounts", "Amounts");
        html.Write($"<ul class=\"amounts\">\n");
        foreach (MonetaryAmount amount in source.Document.Amounts)
        {
            string about = source.Name(amount.Subject) is { } subject ? $" · {subject}" : "";
            html.Write($"<li><a href=\"#{source.Prefix}-a{amount.Id}\" data-a=\"{amount.Id}\">{AmountFormat.Short(amount)}</a> <span>{Words.Of(amount.Role)}<span lang=\"de\">{about}</span></span></li>\n");
        }

        html.Write($"</ul>\n");
        SectionHtml.End(html);
    }

    private void WriteChips(EntityType type, string title)
    {
        Entity[] entities = [.. source.Document.Entities.Where(e => e.Type == type)];
        if (entities.Length == 0)
        {
            return;
        }

        html.Write($"<h4>{title}</h4>\n<ul class=\"chips\" lang=\"de\">\n");
        foreach (Entity entity in entities)
        {
            html.Write($"<li><a class=\"{HtmlWords.ClassOf(type)}\" href=\"#{source.Prefix}-e{entity.Id}\" data-e=\"{entity.Id}\">{HtmlWords.Short(entity.Name)}</a>");
            if (entity.Mentions.Length > 1)
            {
                html.Write($" <small>×{entity.Mentions.Length}</small>");
            }

            html.Write($"</li>\n");
        }

        html.Write($"</ul>\n");
    }

    private void WriteBar(Sentiment? sentiment)
    {
        if (sentiment is null)
        {
            html.Write($"<span class=\"faint\" title=\"merely mentioned\">–</span>");
            return;
        }

        double width = Math.Abs(sentiment.Score) * HalfBar;
        double start = sentiment.Score < 0 ? HalfBar - width : HalfBar;
        string kind = HtmlWords.ClassOf(sentiment);
        html.Write($"<svg class=\"bar\" viewBox=\"0 0 {2 * HalfBar} 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"track\" width=\"{2 * HalfBar}\" height=\"8\"/>");
        html.Write($"<rect class=\"{kind}\" x=\"{Units(start)}\" width=\"{Units(width)}\" height=\"8\"/><rect class=\"axis\" x=\"{Units(HalfBar - 0.5)}\" width=\"1\" height=\"8\"/></svg>");
        html.Write($" <span class=\"{kind}\"><span class=\"unseen\">{Words.Of(sentiment.Label)} </span>{SentimentText.Short(sentiment)}</span>");
    }

    private static string Units(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
