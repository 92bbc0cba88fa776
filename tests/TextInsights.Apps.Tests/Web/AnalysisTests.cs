using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using TextInsights.Web;

namespace TextInsights.Apps.Tests.Web;

/// <summary><c>POST /analyze</c> as its callers see it.</summary>
public sealed class AnalysisTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Article = "Die Nordwerk AG zahlt mindestens 5 Mio. Euro für die Lorenz GmbH.";

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    public async Task Json_goes_in_and_the_contract_comes_out(string contentType)
    {
        HttpResponseMessage response = await PostAsync(JsonSerializer.Serialize(new { text = Article, id = "a1" }), contentType);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        string json = await response.Content.ReadAsStringAsync();
        json.Should().Be(new TextAnalyzer().Analyze(Article, "a1").ToJson());
        AnalyzedDocument.FromJson(json).Amounts.Should().ContainSingle().Which.Minimum.Should().Be(5_000_000);
    }

    [Fact]
    public async Task Plain_text_goes_in_with_its_id_in_the_query()
    {
        HttpResponseMessage response = await PostAsync("\uFEFF" + Article, "text/plain; charset=UTF-8", path: "/analyze?id=a%C3%A41");
        var document = AnalyzedDocument.FromJson(await response.Content.ReadAsStringAsync());
        document.Id.Should().Be("aä1");
        document.Sentences.Should().ContainSingle().Which.End.Should().Be(Article.Length);
    }

    [Theory]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html", "text/html")]
    [InlineData("text/*", "text/html")]
    [InlineData("text/html;q=0.5, application/json;q=0.9", "application/json")]
    [InlineData("application/json;q=0, */*;q=0.1, text/html;q=0.2", "text/html")]
    [InlineData("image/png, text/html", "text/html")]
    public async Task The_caller_chooses_json_or_html(string accept, string expected)
    {
        HttpResponseMessage response = await PostAsync(Article, "text/plain", accept);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be(expected);
        response.Headers.Vary.Should().Contain("Accept");
    }

    [Fact]
    public async Task Html_is_the_section_of_the_command_lines_page()
    {
        string html = await (await PostAsync(Article, "text/plain", "text/html")).Content.ReadAsStringAsync();
        html.Should().StartWith("<section class=\"document\"").And.Contain("<mark class=\"amount\"").And.Contain("≥ 5,000,000 EUR").And.EndWith("</section>\n");
    }

    [Theory]
    [InlineData("""{"text": "a" """, "No JSON in line 1, byte *.")]
    [InlineData("""["a"]""", "An object such as *")]
    [InlineData("""{"id": "a"}""", "Field text: missing.")]
    [InlineData("""{"text": null}""", "Field text: missing.")]
    [InlineData("""{"text": 1}""", "Field text: a string is expected.")]
    [InlineData("""{"text": "a", "id": 1}""", "Field id: a string is expected.")]
    [InlineData("""{"text": "\ud800"}""", "Field text: no valid Unicode.")]
    [InlineData("""{"text": "a", "text": "b"}""", "A field occurs twice.")]
    [InlineData("", "No JSON in line 1, byte 1.")]
    public async Task Broken_json_is_a_400_that_says_where(string body, string detail) =>
        await AssertProblemAsync(await PostAsync(body, "application/json"), HttpStatusCode.BadRequest, detail);

    [Fact]
    public async Task Text_in_another_encoding_is_a_400()
    {
        byte[] latin = [(byte)'M', 0xFC, (byte)'n'];
        await AssertProblemAsync(await PostAsync(latin, "text/plain"), HttpStatusCode.BadRequest, "No UTF-8 text: unexpected byte at 1.");
        byte[] json = [.. "{\"text\": \""u8, 0xFC, .. "\"}"u8];
        await AssertProblemAsync(await PostAsync(json, "application/json"), HttpStatusCode.BadRequest, "*");
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/plain; charset=iso-8859-1")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Another_type_of_body_is_a_415(string? contentType) => await AssertProblemAsync(
        await PostAsync(Article, contentType), HttpStatusCode.UnsupportedMediaType, "A body of type application/json or text/plain in UTF-8 is expected.");

    [Fact]
    public async Task A_compressed_body_is_a_415()
    {
        var content = new ByteArrayContent([31, 139]);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        content.Headers.ContentEncoding.Add("gzip");
        await AssertProblemAsync(await web.Client.PostAsync("/analyze", content), HttpStatusCode.UnsupportedMediaType, "*");
    }

    [Fact]
    public async Task A_type_that_nobody_can_give_is_a_406() =>
        await AssertProblemAsync(await PostAsync(Article, "text/plain", "image/png"), HttpStatusCode.NotAcceptable, "There is application/json and text/html.");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_1_mebibyte_is_read_and_a_byte_more_refused(bool chunked)
    {
        byte[] body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Der Umsatz stieg um 5 Mio. Euro. ", 40_000)))[..(1 << 20)];
        (await PostAsync(body, "text/plain", chunked: chunked)).StatusCode.Should().Be(HttpStatusCode.OK);
        await AssertProblemAsync(
            await PostAsync([.. body, (byte)'!'], "text/plain", chunked: chunked), HttpStatusCode.RequestEntityTooLarge, "The body is larger than 1048576 bytes.");
    }

    [Fact]
    public async Task When_too_many_wait_the_next_one_is_told_to_come_again()
    {
        using var analyzer = new HeldAnalyzer();
        await using WebApplicationFactory<AnalysisLimits> factory = web.With(analyzer, ("Limits:AtOnce", "1"), ("Limits:Waiting", "0"));
        HttpClient client = factory.CreateClient();
        Task<HttpResponseMessage> working = client.PostAsync("/analyze", new StringContent(Article));
        await analyzer.Started;
        HttpResponseMessage refused = await client.PostAsync("/analyze", new StringContent(Article));
        await AssertProblemAsync(refused, HttpStatusCode.TooManyRequests, "Too many articles wait already; *");
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        analyzer.Release();
        (await working).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_leaves_while_waiting_is_not_worked_for()
    {
        using var analyzer = new HeldAnalyzer();
        await using WebApplicationFactory<AnalysisLimits> factory = web.With(analyzer, ("Limits:AtOnce", "1"));
        HttpClient client = factory.CreateClient();
        Task<HttpResponseMessage> working = client.PostAsync("/analyze", new StringContent(Article));
        await analyzer.Started;
        using var leave = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Func<Task> waiting = () => client.PostAsync("/analyze", new StringContent(Article), leave.Token);
        await waiting.Should().ThrowAsync<OperationCanceledException>();
        analyzer.Release();
        (await working).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.PostAsync("/analyze", new StringContent(Article))).StatusCode.Should().Be(HttpStatusCode.OK);
        analyzer.Calls.Should().Be(2);
    }

    [Fact]
    public async Task An_error_of_the_service_tells_nothing_of_its_inside()
    {
        await using WebApplicationFactory<AnalysisLimits> factory = web.With(new BrokenAnalyzer());
        HttpResponseMessage response = await factory.CreateClient().PostAsync("/analyze", new StringContent(Article));
        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).Should().NotContain("secret");
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Theory]
    [InlineData("Limits:AtOnce", "0", "Limits:AtOnce is 0: at least 1 is expected.")]
    [InlineData("Limits:Waiting", "-1", "Limits:Waiting is -1: at least 0 is expected.")]
    [InlineData("Limits:MostBytes", "2147483647", "Limits:MostBytes is 2147483647: 1 to 30000000 is expected.")]
    public async Task Senseless_limits_end_the_start(string key, string value, string complaint)
    {
        await using WebApplicationFactory<AnalysisLimits> factory = web.With(new BrokenAnalyzer(), (key, value));
        factory.Invoking(f => f.CreateClient()).Should().Throw<Exception>().WithMessage($"*{complaint}*");
    }

    private Task<HttpResponseMessage> PostAsync(string body, string? contentType, string? accept = null, string path = "/analyze") =>
        PostAsync(Encoding.UTF8.GetBytes(body), contentType, accept, path);

    private Task<HttpResponseMessage> PostAsync(byte[] body, string? contentType, string? accept = null, string path = "/analyze", bool chunked = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = chunked ? new StreamContent(new UnknownLength(body)) : new ByteArrayContent(body) };
        if (contentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return web.Client.SendAsync(request);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string detail)
    {
        string body = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(status, body);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        JsonElement problem = JsonDocument.Parse(body).RootElement;
        problem.GetProperty("status").GetInt32().Should().Be((int)status);
        problem.GetProperty("title").GetString().Should().NotBeNullOrEmpty();
        problem.GetProperty("detail").GetString().Should().Match(detail);
    }

    // A stream whose length nobody knows is sent in chunks.
    private sealed class UnknownLength(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }

    private sealed class BrokenAnalyzer : ITextAnalyzer
    {
        public AnalyzedDocument Analyze(string text, string? id = null) => throw new InvalidOperationException("secret");
    }

    private sealed class HeldAnalyzer : ITextAnalyzer, IDisposable
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _released = new();
        private int _calls;

        public Task Started => _started.Task;

        public int Calls => _calls;

        public void Release() => _released.Set();

        public AnalyzedDocument Analyze(string text, string? id = null)
        {
            Interlocked.Increment(ref _calls);
            _started.TrySetResult();
            _released.Wait();
            return new AnalyzedDocument(id, [], [], [], [], [], Sentiment.None);
        }

        public void Dispose() => _released.Dispose();
    }
}
