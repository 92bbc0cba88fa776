using System.Text;

namespace TextInsights.Rendering.Html;

/// <summary>One document as a section of a page: summary, mood, article, facts and JSON.</summary>
internal static class DocumentHtml
{
    private static readonly (string Kind, string Label)[] Markings =
    [
        ("organization", "Organisations"), ("person", "Persons"), ("location", "Places"), ("miscellaneous", "Others"), ("amount", "Amounts"),
    ];

    /// <summary>Writes the section.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="number">Number of the document on the page, from 0.</param>
    /// <param name="text">The text that was analyzed.</param>
    /// <param name="document">What was found in it.</param>
    public static void Write(HtmlOutput html, int number, string text, AnalyzedDocument document)
    {
        var source = new DocumentSource(number, text, document);
        html.Write($"<section class=\"document\" id=\"{source.Prefix}\" aria-labelledby=\"{source.Prefix}-name\">\n");
        WriteHead(html, source);
        html.Write($"<div class=\"columns\">\n<div class=\"reading\">\n");
        WriteMarkings(html, source);
        new ArticleHtml(html, source).Write();
        html.Write($"</div>\n<aside class=\"facts\" aria-label=\"Facts\">\n");
        var facts = new FactsHtml(html, source);
        facts.WriteDeals();
        facts.WriteValuations();
        var names = new NamesHtml(html, source);
        names.WriteOrganizations();
        names.WriteAmounts();
        names.WriteOthers();
        html.Write($"</aside>\n</div>\n");
        WriteJson(html, source);
        html.Write($"</section>\n");
    }

    private static void WriteHead(HtmlOutput html, DocumentSource source)
    {
        AnalyzedDocument document = source.Document;
        html.Write($"<header class=\"summary\">\n<h2 id=\"{source.Prefix}-name\" tabindex=\"-1\">{source.Title}</h2>\n");
        html.Write($"<p class=\"overview\"><span class=\"verdict {HtmlWords.ClassOf(document.Sentiment)}\"><span class=\"unseen\">Sentiment: </span>{Words.Of(document.Sentiment.Label)} {SentimentText.Short(document.Sentiment)}</span>");
        html.Write($" <span class=\"counts\">{HtmlWords.Count(document.Deals.Length, "deal", "deals")} · {HtmlWords.Count(document.Valuations.Length, "valuation", "valuations")} · ");
        html.Write($"{HtmlWords.Count(document.Amounts.Length, "amount", "amounts")} · {HtmlWords.Count(document.Entities.Length, "name", "names")}</span></p>\n");
        new MoodHtml(html, source).Write();
        html.Write($"</header>\n");
    }

    private static void WriteMarkings(HtmlOutput html, DocumentSource source)
    {
        html.Write($"<fieldset class=\"markings\"><legend class=\"unseen\">Show in the article</legend>\n");
        foreach ((string kind, string label) in Markings)
        {
            html.Write($"<label class=\"{kind}\"><input type=\"checkbox\" class=\"show-{kind}\" checked>{label}</label>\n");
        }

        html.Write($"<label class=\"mood-of-sentences\"><input type=\"checkbox\" class=\"show-sentiment\">Sentiment</label>\n</fieldset>\n");
    }

    private static void WriteJson(HtmlOutput html, DocumentSource source)
    {
        html.Write($"<details class=\"json\"><summary>JSON</summary>\n");
        html.Write($"<p class=\"actions\"><button type=\"button\" data-copy=\"{source.Prefix}-json\">Copy</button> <button type=\"button\" data-download=\"{source.Prefix}-json\" data-name=\"{FileName(source.Document.Id)}\">Download</button></p>\n");
        html.Write($"<pre id=\"{source.Prefix}-json\" tabindex=\"0\" role=\"region\" aria-label=\"JSON\">{source.Document.ToJson(indented: true)}</pre>\n</details>\n");
    }

    // Ids come from anybody: no path, no hidden file, nothing that a file system refuses.
    private static string FileName(string? id)
    {
        var name = new StringBuilder();
        foreach (char c in (id ?? "").Take(80))
        {
            name.Append(char.IsAsciiLetterOrDigit(c) || (c is '-' or '_' or '.' && name.Length > 0) ? c : '_');
        }

        return name.Length == 0 ? "article.json" : $"{name}.json";
    }
}
