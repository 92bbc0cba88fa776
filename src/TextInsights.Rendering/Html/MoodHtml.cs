using System.Collections.Immutable;
using System.Globalization;

namespace TextInsights.Rendering.Html;

/// <summary>Sentiment along the article: a bar a sentence, as wide as the sentence is long, up for good news, down for bad.</summary>
internal sealed class MoodHtml(HtmlOutput html, DocumentSource source)
{
    // More would be thinner than a pixel on a phone.
    private const int MostBars = 120;

    // Units of the drawing, not of the screen.
    private const double Width = 1000, Half = 30, Least = 2;

    public void Write()
    {
        ImmutableArray<MoodBar> bars = MoodBar.Of(source.Document.Sentences, MostBars);
        int length = bars.Sum(b => b.Length);
        if (length == 0)
        {
            return;
        }

        html.Write($"<div class=\"mood\" role=\"slider\" tabindex=\"0\" aria-label=\"{Summary()}\" aria-valuemin=\"1\" aria-valuemax=\"{bars.Length}\" aria-valuenow=\"1\" aria-valuetext=\"{bars[0].Describe(1)}\">\n");
        html.Write($"<svg viewBox=\"0 0 1000 60\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"axis\" y=\"29.5\" width=\"1000\" height=\"1\"/>\n");
        double x = 0;
        for (int i = 0; i < bars.Length; i++)
        {
            MoodBar bar = bars[i];
            double width = Width * bar.Length / length, height = Math.Max(Least, Math.Abs(bar.Score) * Half);
            double y = bar.Kind == "neutral" || bar.Kind == "unjudged" ? Half - Least / 2 : bar.Score > 0 ? Half - height : Half;
            html.Write($"<g data-start=\"{bar.Span.Start}\" data-end=\"{bar.Span.End}\" data-tip=\"{bar.Describe(i + 1)}\"><rect class=\"hit\" x=\"{Units(x)}\" width=\"{Units(width)}\" height=\"60\"/>");
            html.Write($"<rect class=\"{bar.Kind}\" x=\"{Units(x)}\" y=\"{Units(y)}\" width=\"{Units(Math.Max(width - 1.5, width / 2))}\" height=\"{Units(bar.Kind == "neutral" || bar.Kind == "unjudged" ? Least : height)}\"/></g>\n");
            x += width;
        }

        html.Write($"</svg>\n</div>\n<p class=\"caption\" aria-hidden=\"true\">Sentiment, sentence by sentence</p>\n");
    }

    private string Summary()
    {
        int Count(SentimentLabel label) => source.Document.Sentences.Count(s => s.Sentiment?.Label == label);
        return $"Sentiment along the article: {Count(SentimentLabel.Positive)} sentences positive, {Count(SentimentLabel.Negative)} negative, {Count(SentimentLabel.Neutral)} neutral";
    }

    private static string Units(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
