using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace TextInsights.Apps.Tests;

/// <summary>Projects outside the repository that know the packages only from a local folder run the programs of the README.</summary>
[Collection(nameof(PackedPackages))]
public sealed class PackageConsumerTests(PackedPackages packages)
{
    [Fact]
    public async Task The_first_program_of_the_readme_prints_what_it_says()
    {
        string project = await packages.BuildAsync("consumer", "Microsoft.NET.Sdk", ("Program.cs", ReadmePrograms.All[0]));
        string output = await PackedPackages.DotnetAsync(PackedPackages.AssemblyOf(project));
        output.Should().MatchRegex(new Regex("^OpenAI: 830000000000 EUR\r?$", RegexOptions.Multiline));
        File.ReadAllText(Path.ChangeExtension(PackedPackages.AssemblyOf(project), ".deps.json"))
            .Should().NotContain("Microsoft.CodeAnalysis").And.Contain($"TextInsights/{packages.Version}");
    }

    [Fact]
    public async Task The_other_programs_of_the_readme_compile_and_run()
    {
        string[] programs = [.. ReadmePrograms.All.Skip(1).Where(p => !IsService(p))];
        programs.Should().NotBeEmpty();
        string project = await packages.BuildAsync("further", "Microsoft.NET.Sdk",
        [
            .. programs.Select((p, i) => ($"Program{i}.cs", ReadmePrograms.AsClass(p, $"Program{i}"))),
            ("Main.cs", "Directory.SetCurrentDirectory(args[0]);\n" + string.Concat(programs.Select((_, i) => $"await Program{i}.Run(args);\n"))),
        ]);
        using var folder = new TemporaryFolder();
        folder.Write("headlines.txt", "Nordwerk zahlt 5 Mio. Euro\nNichts Neues\n");
        string output = await PackedPackages.DotnetAsync(PackedPackages.AssemblyOf(project), folder.Path);
        output.ReplaceLineEndings("\n").Should().Contain("line 1: 1 amounts\nline 2: 0 amounts\n").And.Contain("\nNordwerk AG\n");
    }

    [Fact]
    public async Task The_service_of_the_readme_answers_a_request_with_facts_and_is_healthy()
    {
        string project = await packages.BuildAsync("service", "Microsoft.NET.Sdk.Web", ("Program.cs", ReadmePrograms.All.Single(IsService)));
        using Process service = CliProcess.StartDotnet(PackedPackages.AssemblyOf(project), "--urls", "http://127.0.0.1:0");
        try
        {
            string log = "";
            while (!log.Contains("Now listening on: ", StringComparison.Ordinal))
            {
                log += await service.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The service ended: {log}");
            }

            Task rest = service.StandardOutput.ReadToEndAsync();
            log.Should().Contain("Analyzer default: models of the package loaded");
            using var client = new HttpClient { BaseAddress = new Uri(log.Split("Now listening on: ")[1].Trim()) };
            HttpResponseMessage answer = await client.PostAsJsonAsync("/facts", new { text = "Der Umsatz der Nordwerk AG stieg auf 5 Mio. Euro." });
            AnalyzedDocument.FromJson(await answer.Content.ReadAsStringAsync()).Amounts.Should().ContainSingle().Which.Minimum.Should().Be(5_000_000);
            (await client.GetStringAsync("/health")).Should().Be("Healthy");
        }
        finally
        {
            service.Kill();
        }
    }

    private static bool IsService(string program) => program.Contains("WebApplication", StringComparison.Ordinal);
}
