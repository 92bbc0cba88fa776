using TextInsights.Tests.Conventions;

namespace TextInsights.Apps.Tests;

/// <summary>
/// Both packages, packed into a local folder under a version that never existed before, and projects outside the repository that know
/// them only from there. They have a package folder of their own, so that no stale package can be meant.
/// </summary>
[CollectionDefinition(nameof(PackedPackages))]
public sealed class PackedPackages : IAsyncLifetime, ICollectionFixture<PackedPackages>
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("textinsights-packages-").FullName;

    public string Version { get; } = $"0.0.0-test.{Guid.NewGuid():N}";

    private string _globalPackages = "";

    public async Task InitializeAsync()
    {
        foreach (string package in (string[])["TextInsights", "TextInsights.Training"])
        {
            await DotnetAsync("pack", Repository.PathOf("src", package, $"{package}.csproj"), "-c", "Release", "--no-restore", "-o", Folder, $"-p:PackageVersion={Version}");
        }

        _globalPackages = (await DotnetAsync("nuget", "locals", "global-packages", "--list")).Split("global-packages: ")[1].Trim();
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Writes a project with the given files and builds it; returns its folder.</summary>
    public async Task<string> BuildAsync(string name, string sdk, params (string Name, string Content)[] files)
    {
        string project = Path.Combine(Folder, name);
        Directory.CreateDirectory(project);
        foreach ((string file, string content) in files)
        {
            File.WriteAllText(Path.Combine(project, file), content);
        }

        File.WriteAllText(Path.Combine(project, $"{name}.csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestoreAdditionalProjectSources>{Folder}</RestoreAdditionalProjectSources>
                <RestoreFallbackFolders>{_globalPackages}</RestoreFallbackFolders>
                <RestorePackagesPath>{Path.Combine(Folder, "packages")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="TextInsights.Training" Version="{Version}" />
              </ItemGroup>
            </Project>
            """);
        await DotnetAsync("build", project, "-c", "Release");
        return project;
    }

    /// <summary>The built assembly of a project.</summary>
    public static string AssemblyOf(string project) => Path.Combine(project, "bin", "Release", "net10.0", $"{Path.GetFileName(project)}.dll");

    public static async Task<string> DotnetAsync(params string[] arguments)
    {
        CliResult result = await CliProcess.RunDotnetAsync(arguments);
        result.ExitCode.Should().Be(0, $"'dotnet {string.Join(' ', arguments)}' should succeed, but printed:\n{result.Output}\n{result.Error}");
        return result.Output;
    }
}
