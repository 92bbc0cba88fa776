using System.Text.Json;

namespace TextInsights.Tests.Conventions;

/// <summary>No Roslyn anywhere in what is built or shipped, and only licences that a company may use.</summary>
public class DependencyTests
{
    [Fact]
    public void No_lock_file_of_the_solution_names_roslyn()
    {
        string[] locks = [.. Directory.EnumerateFiles(Repository.PathOf("src"), "packages.lock.json", SearchOption.AllDirectories),
            .. Directory.EnumerateFiles(Repository.PathOf("tests"), "packages.lock.json", SearchOption.AllDirectories)
                .Where(file => File.ReadAllText(Repository.PathOf("TextInsights.sln")).Contains(Path.GetFileName(Path.GetDirectoryName(file))!, StringComparison.Ordinal))];
        locks.Should().HaveCountGreaterThanOrEqualTo(6);
        locks.Where(file => File.ReadAllText(file).Contains("Microsoft.CodeAnalysis", StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
    }

    [Fact]
    public void The_library_depends_on_nothing_but_the_documented_packages() =>
        Direct("TextInsights").Should().BeEquivalentTo("Microsoft.ML", "Microsoft.ML.Tokenizers", "System.Numerics.Tensors", "Google.Protobuf",
            "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Logging.Abstractions");

    [Fact]
    public void Every_package_that_ships_is_in_the_notices()
    {
        string notices = File.ReadAllText(Repository.PathOf("THIRD-PARTY-NOTICES.md"));
        Direct("TextInsights.Cli").Concat(Direct("TextInsights")).Where(package => !notices.Contains(package, StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static string[] Direct(string project)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("src", project, "packages.lock.json")));
        return [.. json.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Where(p => p.Value.GetProperty("type").GetString() == "Direct").Select(p => p.Name)];
    }
}
