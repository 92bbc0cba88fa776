namespace TextInsights.Training;

/// <summary>The annotated articles inside this package, from which the models of TextInsights learned, too.</summary>
internal static class PackagedArticles
{
    private const string Prefix = "articles/";

    /// <summary>Writes them into a folder as <c>data/articles</c> of the repository.</summary>
    public static void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string name in typeof(PackagedArticles).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using Stream source = PackagedData.Open(name);
            using FileStream target = File.Create(Path.Combine(folder, name[Prefix.Length..]));
            source.CopyTo(target);
        }
    }
}
