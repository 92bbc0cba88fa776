using Microsoft.Playwright;

namespace TextInsights.Browser.Tests;

/// <summary>Somebody without a mouse, or who listens.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeyboardTests(BrowserFixture browser)
{
    [Fact]
    public async Task From_the_text_to_the_evidence_by_keys_alone()
    {
        await using Window window = await browser.OpenAsync();
        IKeyboard keyboard = window.Page.Keyboard;
        await keyboard.PressAsync("Tab");
        (await FocusedAsync(window, "e => e.textContent")).Should().Be("Skip to the result");
        await keyboard.PressAsync("Tab");
        (await FocusedAsync(window, "e => e.id")).Should().Be("text");
        const string Article = "Die Nordwerk AG übernimmt die Lorenz GmbH für mindestens 5 Mio. Euro.";
        await keyboard.TypeAsync(Article);
        await keyboard.PressAsync("Control+Enter");
        await window.Page.Locator(".document").WaitForAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 amount");
        (await FocusedAsync(window, "e => e.tagName")).Should().Be("H2");

        await TabToAsync(window, "mark.amount");
        ILocator tip = window.Page.GetByRole(AriaRole.Tooltip);
        (await tip.TextContentAsync()).Should().StartWith("≥ 5,000,000 EUR");
        (await FocusedAsync(window, "e => document.getElementById(e.getAttribute('aria-describedby')).textContent")).Should().StartWith("≥ 5,000,000 EUR");
        await keyboard.PressAsync("Escape");
        (await tip.IsVisibleAsync()).Should().BeFalse();

        await TabToAsync(window, ".card a");
        (await window.LitAsync()).Should().Be(Article);
        await keyboard.PressAsync("Enter");
        new Uri(window.Page.Url).Fragment.Should().Be("#d0-s0");
    }

    [Fact]
    public async Task Arrows_walk_along_the_sentiment()
    {
        await using Window window = await browser.OpenAsync();
        await window.ChooseAsync(Samples.Takeover);
        AnalyzedDocument document = await window.DocumentAsync();
        string text = Samples.Text(Samples.Takeover);
        ILocator slider = window.Page.GetByRole(AriaRole.Slider);
        await slider.FocusAsync();
        await window.Page.Keyboard.PressAsync("ArrowRight");
        (await slider.GetAttributeAsync("aria-valuetext")).Should().StartWith("Sentence 2: ");
        (await window.LitAsync()).Should().Be(document.Sentences[1].Span.Of(text).ToString());
        await window.Page.Keyboard.PressAsync("End");
        (await slider.GetAttributeAsync("aria-valuenow")).Should().Be(await slider.GetAttributeAsync("aria-valuemax"));
        (await window.LitAsync()).Should().Be(document.Sentences[^1].Span.Of(text).ToString());
        await window.Page.Keyboard.PressAsync("ArrowRight");
        (await slider.GetAttributeAsync("aria-valuenow")).Should().Be(await slider.GetAttributeAsync("aria-valuemax"));
    }

    [Fact]
    public async Task Those_who_listen_find_landmarks_names_and_states()
    {
        await using Window window = await browser.OpenAsync();
        await window.ChooseAsync(Samples.Takeover);
        string tree = await window.Page.Locator("body").AriaSnapshotAsync();
        tree.Should().ContainAll(
            "- banner", "- main", "- contentinfo", "heading \"TextInsights\" [level=1]", "textbox \"Article\"", "button \"Analyze\"",
            "group \"Or try one of these\"", "region \"Analysis\"", "slider \"Sentiment along the article: ", "group \"Show in the article\"",
            "checkbox \"Amounts\" [checked]", "article \"Article\"", "complementary \"Facts\"", "region \"Deals\"", "region \"Organisations\"",
            "columnheader \"Sentiment\"", "note \"Advertisement\"");
        string[] nameless = await window.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a, button, summary')].filter(e => !e.textContent.trim() && !e.ariaLabel).map(e => e.outerHTML)");
        nameless.Should().BeEmpty();
        string[] twice = await window.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)");
        twice.Should().BeEmpty();
        string[] dangling = await window.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))");
        dangling.Should().BeEmpty();
    }

    private static Task<string> FocusedAsync(Window window, string function) => window.Page.Locator("*:focus").EvaluateAsync<string>(function);

    private static async Task TabToAsync(Window window, string selector)
    {
        for (int i = 0; i < 50; i++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            if (await window.Page.Locator("*:focus").EvaluateAsync<bool>($"e => e.matches('{selector}')"))
            {
                return;
            }
        }

        throw new InvalidOperationException($"No tab stop is '{selector}'.");
    }
}
