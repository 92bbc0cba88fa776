using System.Text;

namespace TextInsights.Rendering.Html;

/// <summary>Style sheet and script of the view; every page has them, inside it or beside it.</summary>
internal static class Assets
{
    public static string StyleSheet { get; } = Read("view.css");

    public static string Script { get; } = Read("view.js");

    private static string Read(string name)
    {
        using Stream stream = typeof(Assets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource '{name}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
