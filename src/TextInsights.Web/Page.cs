using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.Options;
using TextInsights.Rendering.Html;

namespace TextInsights.Web;

/// <summary>The one page: a text goes in, the marked-up article and its facts come out.</summary>
internal static class Page
{
    public static void MapPage(this IEndpointRouteBuilder routes)
    {
        AnalysisLimits limits = routes.ServiceProvider.GetRequiredService<IOptions<AnalysisLimits>>().Value;
        Assembly own = typeof(Page).Assembly;
        new Asset("text/html; charset=utf-8", Encoding.UTF8.GetBytes(Render(limits))).MapTo(routes, "/");
        new Asset("text/css; charset=utf-8", Encoding.UTF8.GetBytes(Assets.StyleSheet)).MapTo(routes, "/assets/view.css");
        new Asset("text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(Assets.Script)).MapTo(routes, "/assets/view.js");
        new Asset("text/css; charset=utf-8", Asset.Read(own, "page.css")).MapTo(routes, "/assets/page.css");
        new Asset("text/javascript; charset=utf-8", Asset.Read(own, "page.js")).MapTo(routes, "/assets/page.js");
        new Asset("image/svg+xml", Asset.Read(own, "icon.svg")).MapTo(routes, "/assets/icon.svg");
        foreach (Sample sample in Sample.All)
        {
            new Asset("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(sample.Text)).MapTo(routes, $"/samples/{sample.Name}");
        }
    }

    private static string Render(AnalysisLimits limits)
    {
        using var page = new StringWriter(CultureInfo.InvariantCulture);
        var html = new HtmlOutput(page);
        html.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>TextInsights</title>
            <meta name="description" content="Reads German business news: names, amounts, valuations, deals, sentiment.">
            <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/assets/view.css">
            <link rel="stylesheet" href="/assets/page.css">
            <script type="module" src="/assets/view.js"></script>
            <script type="module" src="/assets/page.js"></script>
            </head>
            <body>
            <a class="skip" href="#result">Skip to the result</a>
            <header class="masthead"><h1>TextInsights</h1><p>Reads German business news: names, amounts, valuations, deals, sentiment. Nothing leaves this server.</p></header>
            <main>
            <form id="form" data-most-bytes="{limits.MostBytes}">
            <label for="text">Article</label>
            <textarea id="text" name="text" lang="de" rows="7" spellcheck="false" autocomplete="off" aria-describedby="hint" placeholder="Paste a German business article"></textarea>
            <div class="controls">
            <button type="submit" class="primary">Analyze</button>
            <button type="button" id="cancel" hidden>Cancel</button>
            <span id="hint">Ctrl + Enter analyzes, too.</span>
            </div>
            <fieldset class="samples"><legend>Or try one of these</legend>

            """);
        foreach (Sample sample in Sample.All)
        {
            html.Write($"<button type=\"button\" lang=\"de\" data-sample=\"{sample.Name}\">{sample.Title}</button>\n");
        }

        html.Write($"""
            </fieldset>
            </form>
            <noscript><p>This page needs its script; <code>POST /analyze</code> and the command line do not.</p></noscript>
            <p id="status" role="status"></p>
            <p id="problem" role="alert"></p>
            <div id="result"></div>
            </main>
            <footer><a href="/openapi.json">OpenAPI description</a> of <code>POST /analyze</code></footer>
            </body>
            </html>

            """);
        return page.ToString();
    }
}
