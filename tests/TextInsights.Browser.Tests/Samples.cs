namespace TextInsights.Browser.Tests;

/// <summary>The articles behind the buttons of the page.</summary>
internal static class Samples
{
    public const string Takeover = "uebernahme";

    public static string Text(string name) => Web.Sample.All.Single(s => s.Name == name).Text;
}
