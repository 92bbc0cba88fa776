using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TextInsights.DependencyInjection;

/// <summary>Healthy if the analyzer reads a sentence; degraded if it does so with old models because new ones could not be loaded.</summary>
internal sealed class AnalyzerHealthCheck(ReloadableTextAnalyzer analyzer) : IHealthCheck
{
    private const string Sentence = "Der Umsatz stieg um 5 Mio. Euro.";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.Run(() => Check(context), cancellationToken);

    private HealthCheckResult Check(HealthCheckContext context)
    {
        try
        {
            // Not through telemetry: probes are no documents.
            int amounts = analyzer.Load().Analyze(Sentence, null, clock: null).Amounts.Length;
            return amounts != 1 ? new HealthCheckResult(context.Registration.FailureStatus, $"The models found {amounts} amounts in a sentence with one.")
                : analyzer.Failure is { } failure ? HealthCheckResult.Degraded($"New models could not be loaded, those before are in use: {failure.Message}", failure)
                : HealthCheckResult.Healthy("The models are loaded.");
        }
        catch (Exception e)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"The models could not be loaded: {e.Message}", e);
        }
    }
}
