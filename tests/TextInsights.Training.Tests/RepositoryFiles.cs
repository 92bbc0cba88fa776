namespace TextInsights.Training.Tests;

/// <summary>Files of the repository that tests read, wherever the tests run.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string FindRoot()
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory, "TextInsights.sln")))
        {
            directory = System.IO.Path.GetDirectoryName(directory);
        }

        return directory ?? throw new DirectoryNotFoundException($"No TextInsights.sln above '{AppContext.BaseDirectory}'.");
    }
}
