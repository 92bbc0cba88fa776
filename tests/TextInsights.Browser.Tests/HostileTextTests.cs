using Microsoft.Playwright;
using TextInsights.Rendering.Html;

namespace TextInsights.Browser.Tests;

/// <summary>Articles that want to be more than text.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HostileTextTests(BrowserFixture browser)
{
    private const string Hostile =
        "<script>alert(1)</script> & \" onmouseover=\"alert(2) </article></section></textarea><img src=x onerror=alert(3)>\n\n"
        + "Die \"><svg onload=alert(4)> AG zahlt 5 Mio. Euro an Müller & Söhne <b>GmbH</b>. \u202Eoruen\u202C \u2067שלום\u2069 😀 &lt;i&gt; javascript:alert(5) {{7*7}} `${8}`\n\n"
        + "--><!-- ]]> <style>*{display:none}</style> \0 \u0007 Ende.";

    [Fact]
    public async Task Markup_in_an_article_stays_text()
    {
        await using Window window = await browser.OpenAsync();
        await window.AnalyzeAsync(Hostile);
        await AssertHarmlessAsync(window);
    }

    [Fact]
    public async Task Markup_in_an_article_stays_text_on_the_command_lines_page()
    {
        using var page = new StringWriter();
        var html = new HtmlPage(page);
        html.Write(Hostile, new TextAnalyzer().Analyze(Hostile, "</h2><script>alert(6)</script>\" onload=\"alert(7)"));
        html.End();
        await using Window window = await OpenAsync(page.ToString());
        await AssertHarmlessAsync(window);
        IDownload download = await window.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await window.Page.GetByText("JSON", new() { Exact = true }).ClickAsync();
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync();
        });
        download.SuggestedFilename.Should().MatchRegex("^[A-Za-z0-9_.-]+\\.json$");
    }

    [Fact]
    public async Task The_command_lines_page_works_by_itself()
    {
        var analyzer = new TextAnalyzer();
        using var output = new StringWriter();
        var html = new HtmlPage(output);
        string text = Samples.Text(Samples.Takeover);
        html.Write("Die Nordwerk AG zahlt 5 Mio. Euro.", analyzer.Analyze("Die Nordwerk AG zahlt 5 Mio. Euro.", "kurz"));
        html.Write(text, analyzer.Analyze(text, "lang.txt"));
        html.End();
        await using Window window = await OpenAsync(output.ToString());
        (await window.Page.Locator("nav ol a").AllTextContentsAsync()).Should().Equal("kurz", "lang.txt");
        (await window.Page.EvaluateAsync<bool>("!!(document.querySelector('nav').compareDocumentPosition(document.querySelector('main')) & 4)")).Should().BeTrue();
        AnalyzedDocument document = await window.DocumentAsync(1);
        await window.Page.Locator("#d1 .card").First.HoverAsync();
        (await window.LitAsync()).Should().Be(document.Deals[0].Span.Of(text).ToString());
        window.Requests.Should().ContainSingle().Which.Should().StartWith("file:");
    }

    [Fact]
    public async Task An_article_of_a_megabyte_can_be_read()
    {
        await using Window window = await browser.OpenAsync();
        string article = string.Concat(Enumerable.Repeat("Die Nordwerk AG übernahm die Lorenz GmbH für 5 Mio. Euro. Der Gewinn brach ein.\n", 12_000));
        await window.Page.EvaluateAsync("text => document.getElementById('text').value = text", article); // typing it takes Playwright minutes
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Analyze" }).ClickAsync();
        await window.Page.Locator(".document").WaitForAsync();
        AnalyzedDocument document = await window.DocumentAsync();
        document.Amounts.Should().HaveCount(12_000);
        (await window.Page.Locator(".mood g").CountAsync()).Should().BeInRange(60, 120);
        await window.Page.Locator(".card").First.HoverAsync();
        (await window.LitAsync()).Should().Be(document.Deals[0].Span.Of(article).ToString());
        (await window.OverflowAsync()).Should().Be(0);
    }

    private async Task<Window> OpenAsync(string page)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("textinsights-page-").FullName, "page.html");
        await File.WriteAllTextAsync(file, page);
        return await browser.OpenAsync(path: new Uri(file).AbsoluteUri);
    }

    private static async Task AssertHarmlessAsync(Window window)
    {
        string[] elements = await window.Page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('.text *')].map(e => e.localName))].sort()");
        elements.Should().BeSubsetOf(["div", "h3", "mark", "p", "span"]);
        (await window.Page.EvaluateAsync<bool>("[...document.querySelectorAll('*')].some(e => [...e.attributes].some(a => a.name.startsWith('on')))")).Should().BeFalse();
        string shown = (await window.Page.Locator(".text").TextContentAsync())!;
        shown.Should().Contain("<script>alert(1)</script> & \" onmouseover=\"alert(2)").And.Contain("&lt;i&gt;").And.Contain("😀").And.Contain("שלום")
            .And.Contain("\u2400").And.NotContain("\u202E").And.NotContain("\u2067");
        await window.Page.Locator(".text mark").First.HoverAsync();
        await window.Page.Locator("h1").ClickAsync();
    }
}
