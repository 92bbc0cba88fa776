using Microsoft.Playwright;

namespace TextInsights.Browser.Tests;

/// <summary>An analyst with a mouse.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReadingTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_sample_becomes_a_marked_up_article_with_its_facts()
    {
        await using Window window = await browser.OpenAsync();
        await window.ChooseAsync(Samples.Takeover);
        string text = Samples.Text(Samples.Takeover);
        AnalyzedDocument shown = await window.DocumentAsync();
        shown.ToJson().Should().Be(new TextAnalyzer().Analyze(text).ToJson());
        shown.Deals.Should().NotBeEmpty();
        (await window.Page.Locator("[aria-labelledby=d0-deals] .card").CountAsync()).Should().Be(shown.Deals.Length);
        (await window.Page.Locator("[aria-labelledby=d0-valuations] .card").CountAsync()).Should().Be(shown.Valuations.Length);
        (await window.Page.Locator(".mood g").CountAsync()).Should().Be(shown.Sentences.Length);
        foreach (MonetaryAmount amount in shown.Amounts)
        {
            (await window.Page.Locator($"#d0-a{amount.Id}").TextContentAsync()).Should().Be(amount.Text);
        }

        (await window.Page.Locator(".text").TextContentAsync()).Should().Contain(text.AsSpan(0, shown.Sentences[0].End).ToString());
        (await window.Page.Locator("#text").InputValueAsync()).Should().Be(text.TrimEnd('\r'));
        window.Requests.Should().OnlyContain(url => url.StartsWith(browser.Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pointing_at_a_card_lights_its_evidence_and_leaving_takes_the_light_away()
    {
        await using Window window = await browser.OpenAsync();
        await window.ChooseAsync(Samples.Takeover);
        AnalyzedDocument document = await window.DocumentAsync();
        ILocator cards = window.Page.Locator("[aria-labelledby=d0-deals] .card");
        await window.Page.Locator("h1").HoverAsync();
        (await window.LitAsync()).Should().BeEmpty();
        for (int i = 0; i < document.Deals.Length; i++)
        {
            await cards.Nth(i).HoverAsync();
            (await window.LitAsync()).Should().Be(document.Deals[i].Span.Of(Samples.Text(Samples.Takeover)).ToString());
        }

        await window.Page.Locator("h1").HoverAsync();
        (await window.LitAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Pointing_at_an_amount_tells_its_value_and_shows_the_facts_that_use_it()
    {
        await using Window window = await browser.OpenAsync();
        await window.AnalyzeAsync("Die Nordwerk AG übernimmt die Lorenz GmbH für mindestens 5 Mio. Euro.");
        AnalyzedDocument document = await window.DocumentAsync();
        await window.Page.Locator("#d0-a0").HoverAsync();
        ILocator tip = window.Page.GetByRole(AriaRole.Tooltip);
        (await tip.TextContentAsync()).Should().StartWith("≥ 5,000,000 EUR\n").And.Contain("at least").And.EndWith("% sure");
        (await window.Page.Locator(".card.same").CountAsync()).Should().Be(document.Deals.Count(d => d.Amount == 0));
        await window.Page.Locator("h1").HoverAsync();
        (await tip.IsVisibleAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Pointing_at_a_name_shows_all_places_where_it_stands()
    {
        await using Window window = await browser.OpenAsync();
        await window.ChooseAsync(Samples.Takeover);
        Entity entity = (await window.DocumentAsync()).Entities.Where(e => e.Type == EntityType.Organization).MaxBy(e => e.Mentions.Length)!;
        await window.Page.Locator($"#d0-e{entity.Id}").HoverAsync();
        (await window.Page.Locator(".text mark.same").AllTextContentsAsync()).Should().Equal(entity.Mentions.Select(m => m.Text));
        await window.Page.Locator("h1").HoverAsync();
        (await window.Page.Locator(".text mark.same").CountAsync()).Should().Be(0);
        await window.Page.Locator($".card b[data-e='{entity.Id}']").First.HoverAsync();
        (await window.Page.Locator(".text mark.same").AllTextContentsAsync()).Should().Equal(entity.Mentions.Select(m => m.Text));
    }

    [Fact]
    public async Task A_kind_of_marking_can_be_taken_out()
    {
        await using Window window = await browser.OpenAsync();
        await window.ChooseAsync(Samples.Takeover);
        Task<string> Line() => window.Page.Locator("mark.organization").First.EvaluateAsync<string>("e => getComputedStyle(e).textDecorationLine");
        (await Line()).Should().Be("underline");
        await window.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Organisations" }).UncheckAsync();
        (await Line()).Should().Be("none");
    }

    [Fact]
    public async Task The_json_can_be_copied_and_downloaded()
    {
        await using Window window = await browser.OpenAsync();
        await window.ChooseAsync(Samples.Takeover);
        string expected = new TextAnalyzer().Analyze(Samples.Text(Samples.Takeover)).ToJson(indented: true);
        await window.Page.GetByText("JSON", new() { Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Copied" }).WaitForAsync();
        (await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).Should().Be(expected);
        IDownload download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        download.SuggestedFilename.Should().Be("article.json");
        (await File.ReadAllTextAsync((await download.PathAsync())!)).Should().Be(expected);
    }

    [Fact]
    public async Task What_goes_wrong_is_told()
    {
        await using Window window = await browser.OpenAsync();
        ILocator alert = window.Page.GetByRole(AriaRole.Alert);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Analyze" }).ClickAsync();
        (await alert.TextContentAsync()).Should().Contain("no article yet");
        await window.Page.Locator("#text").FillAsync(new string('ä', (1 << 19) + 1));
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Analyze" }).ClickAsync();
        (await alert.TextContentAsync()).Should().Contain("1,048,578 bytes");
        await window.Page.RouteAsync("**/analyze", route => route.FulfillAsync(new()
        {
            Status = 429,
            ContentType = "application/problem+json",
            Body = """{"title": "Too Many Requests", "detail": "Come again."}""",
        }));
        await window.Page.Locator("#text").FillAsync("Gut.");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Analyze" }).ClickAsync();
        await Assertions.Expect(alert).ToHaveTextAsync("Come again.");
        window.Expect("429"); // the browser's own line about the failed request
    }

    [Fact]
    public async Task A_long_wait_can_be_ended()
    {
        await using Window window = await browser.OpenAsync();
        await window.Page.RouteAsync("**/analyze", _ => Task.CompletedTask);
        await window.Page.Locator("#text").FillAsync("Gut.");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Analyze" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Cancelled.");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToBeHiddenAsync();
    }
}
