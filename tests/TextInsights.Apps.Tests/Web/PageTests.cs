using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using TextInsights.Tests.Conventions;

namespace TextInsights.Apps.Tests.Web;

/// <summary>What browsers get beside the results.</summary>
public sealed class PageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task The_page_loads_nothing_from_elsewhere_and_has_no_inline_script_or_style()
    {
        string page = await web.Client.GetStringAsync("/");
        page.Should().NotMatchRegex("(?i)https?://|<style|style=| on[a-z]+=").And.NotMatchRegex("<script[^>]*>[^<]");
        string[] files = [.. Regex.Matches(page, "(?:src|href)=\"(/[^\"]+)\"").Select(m => m.Groups[1].Value)];
        files.Should().Contain(["/assets/view.css", "/assets/page.css", "/assets/view.js", "/assets/page.js", "/assets/icon.svg", "/openapi.json"]);
        foreach (string file in files)
        {
            (await web.Client.GetAsync(file)).StatusCode.Should().Be(HttpStatusCode.OK, file);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/assets/view.js")]
    [InlineData("/nowhere")]
    [InlineData("/analyze")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        HttpResponseMessage response = await web.Client.GetAsync(path);
        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        response.Headers.Contains("Server").Should().BeFalse();
    }

    [Fact]
    public async Task A_wrong_path_or_method_is_a_problem_document()
    {
        foreach ((string path, HttpStatusCode status) in new[] { ("/nowhere", HttpStatusCode.NotFound), ("/analyze", HttpStatusCode.MethodNotAllowed) })
        {
            HttpResponseMessage response = await web.Client.GetAsync(path);
            response.StatusCode.Should().Be(status);
            response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        }
    }

    [Fact]
    public async Task The_samples_are_those_of_the_repository()
    {
        string page = await web.Client.GetStringAsync("/");
        string[] files = Directory.GetFiles(Repository.PathOf("data", "samples"), "*.txt");
        files.Should().HaveCountGreaterThanOrEqualTo(3);
        foreach (string file in files)
        {
            string name = Path.GetFileNameWithoutExtension(file);
            page.Should().Contain($"data-sample=\"{name}\"");
            (await web.Client.GetStringAsync($"/samples/{name}")).Should().Be(File.ReadAllText(file));
        }
    }

    [Fact]
    public async Task Browsers_may_keep_a_file_until_it_changes()
    {
        HttpResponseMessage first = await web.Client.GetAsync("/assets/view.css");
        first.Headers.CacheControl!.NoCache.Should().BeTrue();
        using var again = new HttpRequestMessage(HttpMethod.Get, "/assets/view.css");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        (await web.Client.SendAsync(again)).StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task The_openapi_document_describes_the_contract()
    {
        JsonElement api = JsonDocument.Parse(await web.Client.GetStringAsync("/openapi.json")).RootElement;
        api.GetProperty("openapi").GetString().Should().StartWith("3.");
        api.GetProperty("paths").EnumerateObject().Select(p => p.Name).Should().Equal("/analyze");
        JsonElement post = api.GetProperty("paths").GetProperty("/analyze").GetProperty("post");
        post.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(p => p.Name).Should().Equal("application/json", "text/plain");
        post.GetProperty("responses").EnumerateObject().Select(p => p.Name).Should().Equal("200", "400", "406", "413", "415", "429");

        // The names of the schema are the names of the JSON, and every one of them is explained.
        JsonElement schemas = api.GetProperty("components").GetProperty("schemas");
        JsonElement written = JsonDocument.Parse(new TextAnalyzer().Analyze("Die Nordwerk AG zahlt 5 Mio. Euro.").ToJson()).RootElement;
        Names(schemas, "AnalyzedDocument").Should().Equal(written.EnumerateObject().Select(p => p.Name));
        Names(schemas, "MonetaryAmount").Should().Equal(written.GetProperty("amounts")[0].EnumerateObject().Select(p => p.Name));
        schemas.GetProperty("MonetaryAmount").GetProperty("properties").GetProperty("minimum").GetProperty("format").GetString().Should().Be("decimal");
        schemas.GetProperty("Currency").GetProperty("pattern").GetString().Should().Be("^[A-Z]{3,5}$");
        schemas.GetProperty("DealKind").GetProperty("enum").EnumerateArray().Select(e => e.GetString()).Should().Contain("fundingRound");
    }

    private static IEnumerable<string> Names(JsonElement schemas, string type) =>
        schemas.GetProperty(type).GetProperty("properties").EnumerateObject().Select(p => p.Name);
}
