namespace TextInsights.Rendering.Html;

/// <summary>A titled part of a document's facts.</summary>
internal static class SectionHtml
{
    /// <summary>Begins it.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="source">The document.</param>
    /// <param name="key">End of the title's element id.</param>
    /// <param name="title">Title for people.</param>
    public static void Begin(HtmlOutput html, DocumentSource source, string key, string title) =>
        html.Write($"<section aria-labelledby=\"{source.Prefix}-{key}\"><h3 id=\"{source.Prefix}-{key}\">{title}</h3>\n");

    public static void End(HtmlOutput html) => html.Write($"</section>\n");
}
