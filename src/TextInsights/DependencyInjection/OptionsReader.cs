using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace TextInsights.DependencyInjection;

/// <summary>Reads settings out of a configuration; what it does not understand is an error, for a mistyped setting would silently do nothing.</summary>
internal static class OptionsReader
{
    /// <summary>Section that is read when a whole configuration is given.</summary>
    public const string SectionName = "TextInsights";

    public static void Read(string name, IConfiguration configuration, TextInsightsOptions options)
    {
        IConfigurationSection section = configuration as IConfigurationSection ?? configuration.GetSection(SectionName);
        var problems = new List<string>();
        foreach (IConfigurationSection setting in section.GetChildren().Where(s => s.Value is not null))
        {
            string value = setting.Value!;
            switch (setting.Key.ToUpperInvariant())
            {
                case "MODELSDIRECTORY":
                    options.ModelsDirectory = value;
                    break;
                case "WARMUP":
                    options.WarmUp = Boolean(setting, value, problems);
                    break;
                case "WATCHMODELS":
                    options.WatchModels = Boolean(setting, value, problems);
                    break;
                case "WATCHINTERVAL":
                    if (TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out TimeSpan interval))
                    {
                        options.WatchInterval = interval;
                    }
                    else
                    {
                        problems.Add($"{setting.Path} is '{value}': a time such as '00:00:05' is expected.");
                    }

                    break;
                default:
                    problems.Add($"{setting.Path} is no setting: ModelsDirectory, WarmUp, WatchModels and WatchInterval are.");
                    break;
            }
        }

        if (problems.Count > 0)
        {
            throw new OptionsValidationException(name, typeof(TextInsightsOptions), problems);
        }
    }

    private static bool Boolean(IConfigurationSection setting, string value, List<string> problems)
    {
        if (!bool.TryParse(value, out bool result))
        {
            problems.Add($"{setting.Path} is '{value}': true or false is expected.");
        }

        return result;
    }
}
