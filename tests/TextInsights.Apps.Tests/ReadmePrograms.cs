using TextInsights.Tests.Conventions;

namespace TextInsights.Apps.Tests;

/// <summary>The C# blocks of the README: whole programs, in order.</summary>
internal static class ReadmePrograms
{
    private const string Fence = "```csharp\n";

    public static string[] All { get; } = [.. Read()];

    /// <summary>The program as a method <c>Run</c> of a class, so that several fit into one project.</summary>
    public static string AsClass(string program, string name)
    {
        string[] lines = program.Split('\n');
        int body = Array.FindIndex(lines, l => l.Length > 0 && !l.StartsWith("using ", StringComparison.Ordinal));
        return $$"""
            {{string.Join('\n', lines[..body])}}
            internal static class {{name}}
            {
                public static async Task Run(string[] args)
                {
                    await Task.CompletedTask;
                    {{string.Join('\n', lines[body..])}}
                }
            }
            """;
    }

    private static IEnumerable<string> Read()
    {
        string readme = File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n");
        for (int start = readme.IndexOf(Fence, StringComparison.Ordinal); start >= 0; start = readme.IndexOf(Fence, start, StringComparison.Ordinal))
        {
            start += Fence.Length;
            yield return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
        }
    }
}
