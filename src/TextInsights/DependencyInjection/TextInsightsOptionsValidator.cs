using Microsoft.Extensions.Options;

namespace TextInsights.DependencyInjection;

/// <summary>Checks settings and says how to cure what is wrong.</summary>
internal sealed class TextInsightsOptionsValidator : IValidateOptions<TextInsightsOptions>
{
    private static readonly TimeSpan LeastInterval = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan MostInterval = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, TextInsightsOptions options)
    {
        string prefix = string.IsNullOrEmpty(name) ? "TextInsights: " : $"TextInsights '{name}': ";
        string[] problems = [.. Problems(options).Select(problem => prefix + problem)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(TextInsightsOptions options)
    {
        if (options.ModelsDirectory is { } directory)
        {
            if (string.IsNullOrWhiteSpace(directory))
            {
                yield return "ModelsDirectory is blank: name a folder, or leave it out for the models inside the package.";
            }
            else if (!Directory.Exists(directory))
            {
                yield return $"ModelsDirectory '{directory}' does not exist: name a folder that 'textinsights train' wrote, or leave it out for the models inside the package.";
            }
        }

        if (options.WatchInterval < LeastInterval || options.WatchInterval > MostInterval)
        {
            yield return $"WatchInterval is {options.WatchInterval:c}: from {LeastInterval:c} to {MostInterval:c} is expected.";
        }

        if (GazetteerProblem(options) is { } problem)
        {
            yield return problem;
        }
    }

    private static string? GazetteerProblem(TextInsightsOptions options)
    {
        if (options.Gazetteers.Contains(null!))
        {
            return $"Gazetteers[{options.Gazetteers.IndexOf(null!)}] is null.";
        }

        try
        {
            options.ToAnalyzerOptions().ValidGazetteers();
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message.Split(" (Parameter")[0];
        }
    }
}
