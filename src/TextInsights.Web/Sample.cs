using System.Collections.Immutable;
using System.Text;

namespace TextInsights.Web;

/// <summary>An article to try.</summary>
/// <param name="Name">Its file name without the ending.</param>
/// <param name="Text">The article.</param>
internal sealed record Sample(string Name, string Text)
{
    private const string Folder = "samples/", Ending = ".txt";

    // As long as it stays readable on a button.
    private const int MostTitleCharacters = 70;

    /// <summary>All samples, by name.</summary>
    public static ImmutableArray<Sample> All { get; } =
    [
        .. typeof(Sample).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => new Sample(name[Folder.Length..^Ending.Length], Encoding.UTF8.GetString(Asset.Read(typeof(Sample).Assembly, name)))),
    ];

    /// <summary>How the article begins.</summary>
    public string Title
    {
        get
        {
            string line = Text.AsSpan().Trim().ToString().Split('\n')[0].TrimEnd();
            if (line.Length <= MostTitleCharacters)
            {
                return line;
            }

            int end = line.LastIndexOf(' ', MostTitleCharacters);
            return line[..(end < 0 ? MostTitleCharacters : end)].TrimEnd(',', ':', ';', ' ') + " …";
        }
    }
}
