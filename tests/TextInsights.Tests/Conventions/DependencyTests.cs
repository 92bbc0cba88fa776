using System.Text.Json;
using System.Text.RegularExpressions;

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

    [Theory]
    [InlineData("TextInsights")]
    [InlineData("TextInsights.Training")]
    [InlineData("TextInsights.Cli")]
    [InlineData("TextInsights.Web")]
    public void Every_package_that_ships_is_in_the_notices_with_the_licence_that_it_states(string project)
    {
        Dictionary<string, string> notices = Notices();
        (string Name, string Licence)[] packages = [.. Closure(project)];
        packages.Select(p => p.Name).Should().Contain("Microsoft.ML");
        packages.Where(p => notices.GetValueOrDefault(p.Name) != p.Licence).Should().BeEmpty();
        packages.Select(p => p.Licence).Distinct().Should().BeSubsetOf(["MIT", "BSD-3-Clause", "Apache-2.0"]);
    }

    // Name → licence out of the table under "Packages".
    private static Dictionary<string, string> Notices() => File.ReadLines(Repository.PathOf("THIRD-PARTY-NOTICES.md"))
        .SkipWhile(line => line != "## Packages").Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .SelectMany(cells => cells[1].Split(',', StringSplitOptions.TrimEntries).Select(name => (Name: name.Split(' ')[0], Licence: cells[3])))
        .ToDictionary(p => p.Name, p => p.Licence);

    // All packages that a project needs at run time, with the licence in the file that each of them carries.
    private static IEnumerable<(string Name, string Licence)> Closure(string project)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("src", project, "obj", "project.assets.json")));
        string[] folders = [.. assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name)];
        foreach (JsonProperty library in assets.RootElement.GetProperty("libraries").EnumerateObject().Where(l => l.Value.GetProperty("type").GetString() == "package"))
        {
            string path = library.Value.GetProperty("path").GetString()!;
            string specification = folders.SelectMany(f => Directory.Exists(Path.Combine(f, path)) ? Directory.GetFiles(Path.Combine(f, path), "*.nuspec") : []).First();
            yield return (library.Name.Split('/')[0], Regex.Match(File.ReadAllText(specification), "<license type=\"expression\">([^<]+)<").Groups[1].Value);
        }
    }

    private static string[] Direct(string project)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("src", project, "packages.lock.json")));
        return [.. json.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Where(p => p.Value.GetProperty("type").GetString() == "Direct").Select(p => p.Name)];
    }
}
