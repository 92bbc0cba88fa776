using Microsoft.Extensions.Options;

namespace TextInsights.Web;

/// <summary>What the service takes on; section "Limits" of the configuration.</summary>
internal sealed record AnalysisLimits
{
    /// <summary>Most bytes of a request's body, up to 30,000,000, where the server itself ends; 1 MiB by default.</summary>
    public int MostBytes { get; init; } = 1 << 20;

    /// <summary>Articles that are read at the same time; by default one a processor.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>Articles that may wait for their turn; by default 16 a processor.</summary>
    public int Waiting { get; init; } = 16 * Environment.ProcessorCount;

    /// <summary>Checks the settings when the service starts.</summary>
    public sealed class Validator : IValidateOptions<AnalysisLimits>
    {
        private const int MostMostBytes = 30_000_000;

        public ValidateOptionsResult Validate(string? name, AnalysisLimits options) => options switch
        {
            { MostBytes: < 1 or > MostMostBytes } => ValidateOptionsResult.Fail($"Limits:MostBytes is {options.MostBytes}: 1 to {MostMostBytes} is expected."),
            { AtOnce: < 1 } => ValidateOptionsResult.Fail($"Limits:AtOnce is {options.AtOnce}: at least 1 is expected."),
            { Waiting: < 0 } => ValidateOptionsResult.Fail($"Limits:Waiting is {options.Waiting}: at least 0 is expected."),
            _ => ValidateOptionsResult.Success,
        };
    }
}
