using System.IO.Compression;
using System.Text.RegularExpressions;
using TextInsights.Tests.Conventions;

namespace TextInsights.Apps.Tests;

/// <summary>
/// A console project outside the repository that knows the package only from a local folder runs the README's ten lines.
/// It has a package folder of its own and a version that never existed before, so that no stale package can be meant.
/// </summary>
public sealed class PackageConsumerTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("textinsights-consumer-").FullName;

    [Fact]
    public async Task The_lines_of_the_readme_run_against_the_packed_package()
    {
        string version = $"0.0.0-test.{Guid.NewGuid():N}";
        await DotnetAsync("pack", Repository.PathOf("src", "TextInsights", "TextInsights.csproj"), "-c", "Release", "--no-restore", "-o", _directory, $"-p:PackageVersion={version}");
        AssertPackage(Path.Combine(_directory, $"TextInsights.{version}.nupkg"));

        string project = Path.Combine(_directory, "consumer");
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, "Program.cs"), ReadmeExample());
        File.WriteAllText(Path.Combine(project, "consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestoreAdditionalProjectSources>{_directory}</RestoreAdditionalProjectSources>
                <RestoreFallbackFolders>{await GlobalPackagesAsync()}</RestoreFallbackFolders>
                <RestorePackagesPath>{Path.Combine(_directory, "packages")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="TextInsights" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        string output = await DotnetAsync("run", "--project", project, "-c", "Release");
        output.Should().MatchRegex(new Regex("^OpenAI: 830000000000 EUR\r?$", RegexOptions.Multiline));
        File.ReadAllText(Path.Combine(project, "bin", "Release", "net10.0", "consumer.deps.json"))
            .Should().NotContain("Microsoft.CodeAnalysis").And.Contain($"TextInsights/{version}");
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static void AssertPackage(string file)
    {
        using ZipArchive package = ZipFile.OpenRead(file);
        package.Entries.Select(e => e.FullName).Should()
            .Contain(["README.md", "THIRD-PARTY-NOTICES.md", "lib/net10.0/TextInsights.dll", "lib/net10.0/TextInsights.xml"]);
        using var reader = new StreamReader(package.GetEntry("TextInsights.nuspec")!.Open());
        string[] dependencies = [.. Regex.Matches(reader.ReadToEnd(), "<dependency id=\"([^\"]+)\"").Select(m => m.Groups[1].Value)];
        dependencies.Should().BeEquivalentTo("Microsoft.ML", "Microsoft.ML.Tokenizers", "System.Numerics.Tensors", "Google.Protobuf",
            "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Logging.Abstractions");
    }

    // The first C# block of the README is what its readers try first.
    private static string ReadmeExample()
    {
        string readme = File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n");
        int start = readme.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static async Task<string> GlobalPackagesAsync() =>
        (await DotnetAsync("nuget", "locals", "global-packages", "--list")).Split("global-packages: ")[1].Trim();

    private static async Task<string> DotnetAsync(params string[] arguments)
    {
        CliResult result = await CliProcess.RunDotnetAsync(arguments);
        result.ExitCode.Should().Be(0, $"'dotnet {string.Join(' ', arguments)}' should succeed, but printed:\n{result.Output}\n{result.Error}");
        return result.Output;
    }
}
