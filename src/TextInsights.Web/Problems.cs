using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;

namespace TextInsights.Web;

/// <summary>Every error is a problem document (RFC 9457, before RFC 7807).</summary>
internal static class Problems
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<RefusedRequestHandler>();
        services.Configure<ExceptionHandlerOptions>(options =>
        {
            // What the server itself finds wrong with a request: a broken chunk, too many bytes.
            options.StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

            // A refused request is the caller's business and no error of the service.
            options.SuppressDiagnosticsCallback = context => context.Exception is RefusedRequestException;
        });
    }

    private sealed class RefusedRequestHandler : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not RefusedRequestException refused)
            {
                return false;
            }

            if (refused.RetryAfter is { } delay)
            {
                httpContext.Response.Headers.RetryAfter = delay.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            }

            // Not the problem service itself: it writes nothing for callers who accept only HTML.
            await TypedResults.Problem(refused.Message, statusCode: refused.Status).ExecuteAsync(httpContext);
            return true;
        }
    }
}
