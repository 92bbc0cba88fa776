namespace TextInsights.Web;

/// <summary>A request that is not carried out; its message is for the caller.</summary>
/// <param name="status">Status code of the response.</param>
/// <param name="detail">What is wrong with the request.</param>
internal sealed class RefusedRequestException(int status, string detail) : Exception(detail)
{
    public int Status { get; } = status;

    /// <summary>When the same request may be carried out; null for never.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
