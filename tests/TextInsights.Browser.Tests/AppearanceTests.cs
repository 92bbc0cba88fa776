using Microsoft.Playwright;

namespace TextInsights.Browser.Tests;

/// <summary>Light, dark, phone, calm.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AppearanceTests(BrowserFixture browser)
{
    // Contrast of every piece of text against what lies behind it (WCAG 2.2, 1.4.3), as "ratio needed text" where it is too low.
    private const string LowContrasts = """
        () => {
          const channel = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
          const parse = color => (color.match(/[\d.]+/g) ?? []).map(Number);
          const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
          const behind = element => {
            for (let e = element; e; e = e.parentElement) {
              const color = parse(getComputedStyle(e).backgroundColor);
              if (color.length === 3 || color[3] > 0.99) return color;
            }
            return [255, 255, 255];
          };
          const low = [];
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const text = texts.currentNode.data.trim(), element = texts.currentNode.parentElement;
            if (!text || element.closest("script, noscript, .unseen, [hidden]")) continue;
            const style = getComputedStyle(element);
            const [a, b] = [light(parse(style.color)), light(behind(element))].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05), size = parseFloat(style.fontSize);
            const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
            if (ratio < needed) low.push(`${ratio.toFixed(2)} of ${needed}: ${text.slice(0, 40)}`);
          }
          return low;
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_text_has_enough_contrast(ColorScheme scheme)
    {
        await using Window window = await browser.OpenAsync(scheme);
        (await window.Page.EvaluateAsync<string[]>(LowContrasts)).Should().BeEmpty();
        await window.ChooseAsync(Samples.Takeover);
        (await window.Page.EvaluateAsync<string[]>(LowContrasts)).Should().BeEmpty();
        await window.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Sentiment" }).CheckAsync();
        await window.Page.GetByText("JSON", new() { Exact = true }).ClickAsync();
        (await window.Page.EvaluateAsync<string[]>(LowContrasts)).Should().BeEmpty();
        foreach (ILocator card in await window.Page.Locator(".card").AllAsync())
        {
            await card.HoverAsync();
            (await window.Page.EvaluateAsync<string[]>(LowContrasts)).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Dark_paper_is_dark()
    {
        const string Paper = "getComputedStyle(document.body).backgroundColor";
        await using Window light = await browser.OpenAsync();
        await using Window dark = await browser.OpenAsync(ColorScheme.Dark);
        (await light.Page.EvaluateAsync<string>(Paper)).Should().Be("rgb(251, 250, 247)");
        (await dark.Page.EvaluateAsync<string>(Paper)).Should().Be("rgb(22, 24, 27)");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(320)]
    [InlineData(768)]
    public async Task Nothing_is_wider_than_the_screen(int width)
    {
        await using Window window = await browser.OpenAsync(width: width, height: 780);
        (await window.OverflowAsync()).Should().Be(0);
        await window.ChooseAsync(Samples.Takeover);
        await window.Page.GetByText("JSON", new() { Exact = true }).ClickAsync();
        (await window.OverflowAsync()).Should().Be(0);
        await window.Page.Locator("mark.amount").Last.HoverAsync();
        (await window.Page.GetByRole(AriaRole.Tooltip).IsVisibleAsync()).Should().BeTrue();
        (await window.OverflowAsync()).Should().Be(0);
        await window.AnalyzeAsync(string.Concat(Enumerable.Repeat("Donaudampfschifffahrtsgesellschaft", 60)) + " zahlt 5 Mio. Euro. https://example.org/" + new string('x', 900));
        (await window.OverflowAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Who_wants_less_motion_gets_none()
    {
        const string Motion = "[getComputedStyle(document.documentElement).scrollBehavior, getComputedStyle(document.querySelector('.card')).transitionDuration].join()";
        await using Window calm = await browser.OpenAsync();
        await calm.ChooseAsync(Samples.Takeover);
        (await calm.Page.EvaluateAsync<string>(Motion)).Should().Be("auto,0s");
        await using Window lively = await browser.OpenAsync(reducedMotion: false);
        await lively.ChooseAsync(Samples.Takeover);
        (await lively.Page.EvaluateAsync<string>(Motion)).Should().StartWith("smooth,");
    }
}
