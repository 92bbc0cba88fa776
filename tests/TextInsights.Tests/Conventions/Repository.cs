using System.Reflection;

namespace TextInsights.Tests.Conventions;

/// <summary>Where the repository lies, for tests that read its files.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? directory = new(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "TextInsights.sln")))
            {
                return directory.FullName;
            }
        }

        throw new DirectoryNotFoundException("TextInsights.sln was not found above the test assembly.");
    }
}
