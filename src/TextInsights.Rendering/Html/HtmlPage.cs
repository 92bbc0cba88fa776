using System.Security.Cryptography;
using System.Text;

namespace TextInsights.Rendering.Html;

/// <summary>A self-contained page of any number of documents: no request leaves it, and no script but its own can run in it.</summary>
internal sealed class HtmlPage
{
    private readonly HtmlOutput _html;
    private readonly List<(string Name, Sentiment Sentiment)> _documents = [];

    /// <summary>Begins the page.</summary>
    /// <param name="output">Where to; not closed at the end.</param>
    public HtmlPage(TextWriter output)
    {
        _html = new HtmlOutput(output);
        _html.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{Hash(Assets.StyleSheet)}'; script-src '{Hash(Assets.Script)}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>TextInsights</title>
            <style>
            """);
        _html.WriteAsset(Assets.StyleSheet);
        _html.Write($"</style>\n</head>\n<body>\n<header class=\"masthead\"><h1>TextInsights</h1></header>\n<main>\n");
    }

    /// <summary>Adds a document.</summary>
    /// <param name="text">The text that was analyzed.</param>
    /// <param name="document">What was found in it.</param>
    public void Write(string text, AnalyzedDocument document)
    {
        _documents.Add((HtmlWords.Short(document.Id) ?? $"Article {_documents.Count + 1}", document.Sentiment));
        DocumentHtml.Write(_html, _documents.Count - 1, text, document);
    }

    /// <summary>Ends the page. The contents come last, as documents are written while they come; the script moves them to the top.</summary>
    public void End()
    {
        _html.Write($"</main>\n");
        if (_documents.Count > 1)
        {
            _html.Write($"<nav class=\"contents\" aria-label=\"Documents\"><ol>\n");
            for (int i = 0; i < _documents.Count; i++)
            {
                (string name, Sentiment sentiment) = _documents[i];
                _html.Write($"<li><a href=\"#d{i}\">{name}</a> <span class=\"{HtmlWords.ClassOf(sentiment)}\">{SentimentText.Short(sentiment)}</span></li>\n");
            }

            _html.Write($"</ol></nav>\n");
        }

        _html.Write($"<script type=\"module\">");
        _html.WriteAsset(Assets.Script);
        _html.Write($"</script>\n</body>\n</html>\n");
    }

    private static string Hash(string content) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";
}
