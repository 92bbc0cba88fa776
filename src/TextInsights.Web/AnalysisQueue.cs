using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace TextInsights.Web;

/// <summary>
/// Lets as many articles be read at the same time as there are processors. Requests come here with their body complete, so that
/// a slow sender keeps nobody from working.
/// </summary>
internal sealed class AnalysisQueue(IOptions<AnalysisLimits> limits) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = limits.Value.AtOnce,
        QueueLimit = limits.Value.Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for a turn; the lease is not acquired where too many wait already.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancellation) => _limiter.AcquireAsync(1, cancellation);

    public void Dispose() => _limiter.Dispose();
}
