using System.Globalization;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using TextInsights.Rendering.Html;
using TextInsights.Serialization;

namespace TextInsights.Web;

/// <summary><c>POST /analyze</c>: an article in, its facts out, as JSON or as HTML to show.</summary>
internal static class AnalysisEndpoint
{
    private const string Html = "text/html", Json = "application/json";

    // An article takes milliseconds, the largest one about a second.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public static void AddAnalysis(this IServiceCollection services)
    {
        services.AddOptions<AnalysisLimits>().BindConfiguration("Limits").ValidateOnStart();
        services.AddSingleton<IValidateOptions<AnalysisLimits>, AnalysisLimits.Validator>();
        services.AddSingleton<AnalysisQueue>();
    }

    public static void MapAnalysis(this IEndpointRouteBuilder routes) => routes.MapPost("/analyze", AnalyzeAsync).DescribeAnalysis();

    private static async Task<IResult> AnalyzeAsync(
        HttpContext context, ITextAnalyzer analyzer, AnalysisQueue queue, IOptions<AnalysisLimits> limits, CancellationToken cancellation)
    {
        string representation = RepresentationFor(context.Request);
        AnalyzeRequest request = await RequestBody.ReadAsync(context.Request, limits.Value.MostBytes, cancellation);
        using RateLimitLease lease = await queue.EnterAsync(cancellation);
        if (!lease.IsAcquired)
        {
            throw new RefusedRequestException(StatusCodes.Status429TooManyRequests, "Too many articles wait already; try again in a second.") { RetryAfter = RetryAfter };
        }

        AnalyzedDocument document = analyzer.Analyze(request.Text, request.Id);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = HeaderNames.Accept;
        return representation == Html
            ? Results.Content(Render(request.Text, document), Html, Encoding.UTF8)
            : Results.Json(document, TextInsightsJson.Compact.AnalyzedDocument);
    }

    // The most wanted of the two; whoever wants anything, or says nothing, gets JSON.
    private static string RepresentationFor(HttpRequest request)
    {
        IList<MediaTypeHeaderValue> accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
        {
            return Json;
        }

        foreach (MediaTypeHeaderValue type in accepted.Where(t => t.Quality is not 0).OrderByDescending(t => t.Quality ?? 1))
        {
            if (type.MatchesMediaType(Json))
            {
                return Json;
            }

            if (type.MatchesMediaType(Html))
            {
                return Html;
            }
        }

        throw new RefusedRequestException(StatusCodes.Status406NotAcceptable, $"There is {Json} and {Html}.");
    }

    private static string Render(string text, AnalyzedDocument document)
    {
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        DocumentHtml.Write(new HtmlOutput(html), 0, text, document);
        return html.ToString();
    }
}
