using System.Globalization;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;
using TextInsights.Web;

namespace TextInsights.Browser.Tests;

/// <summary>The service on a port of its own, and one Chromium that all tests share; each test has a window of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // Where Debian's package puts it.
    private const string Chromium = "/usr/bin/chromium";

    private readonly WebApplicationFactory<AnalysisLimits> _service = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Address of the page, with a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        _service.UseKestrel(0);
        _service.StartServer();
        Address = _service.ClientOptions.BaseAddress.ToString();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = File.Exists(Chromium) ? Chromium : throw new FileNotFoundException($"These tests need '{Chromium}': apt-get install chromium.", Chromium),
            // Without a sandbox, as CI runs as root; without the browser's own calls to the outside.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A new window on the page.</summary>
    public async Task<Window> OpenAsync(ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 800, string path = "", bool reducedMotion = true)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ReducedMotion = reducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            AcceptDownloads = true,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        var window = new Window(context, await context.NewPageAsync());
        await window.Page.GotoAsync(path.Contains(':', StringComparison.Ordinal) ? path : Address + path);
        return window;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await _service.DisposeAsync();
    }
}

/// <summary>All browser tests share the browser and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}

/// <summary>A window with everything that went wrong in it; closing it fails the test if anything did.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _troubles = [];

    public Window(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            // Violations of the content security policy are errors of the console, too.
            if (message.Type is "error" or "warning")
            {
                _troubles.Add($"{message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _troubles.Add($"uncaught: {error}");
        page.Dialog += async (_, dialog) =>
        {
            _troubles.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Addresses of everything that was asked for.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Takes troubles that a test means to cause off the list.</summary>
    public void Expect(string trouble) => _troubles.RemoveAll(t => t.Contains(trouble, StringComparison.Ordinal)).Should().BePositive(trouble);

    public async Task ChooseAsync(string sample)
    {
        await Page.Locator($"[data-sample={sample}]").ClickAsync();
        await Page.Locator(".document").WaitForAsync();
    }

    public async Task AnalyzeAsync(string text)
    {
        await Page.Locator("#text").FillAsync(text);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Analyze" }).ClickAsync();
        await Page.Locator(".document").WaitForAsync();
    }

    /// <summary>What the page shows, read back from its JSON view.</summary>
    public async Task<AnalyzedDocument> DocumentAsync(int number = 0) =>
        AnalyzedDocument.FromJson((await Page.Locator($"#d{number.ToString(CultureInfo.InvariantCulture)}-json").TextContentAsync())!);

    /// <summary>The text that is lit as evidence.</summary>
    public Task<string> LitAsync() => Page.EvaluateAsync<string>("[...document.querySelectorAll('.text .lit')].map(e => e.textContent).join('')");

    /// <summary>By how many pixels the page is wider than the window.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _troubles.Should().BeEmpty();
    }
}
