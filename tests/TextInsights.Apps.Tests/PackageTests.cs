using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace TextInsights.Apps.Tests;

/// <summary>What is in the packages.</summary>
[Collection(nameof(PackedPackages))]
public sealed class PackageTests(PackedPackages packages)
{
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    [Theory]
    [InlineData("TextInsights", "Microsoft.ML", "Microsoft.ML.Tokenizers", "System.Numerics.Tensors", "Google.Protobuf",
        "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Logging.Abstractions")]
    [InlineData("TextInsights.Training", "TextInsights")]
    public void A_package_has_all_that_its_readers_expect(string name, params string[] dependencies)
    {
        using ZipArchive package = Open(name, "nupkg");
        package.Entries.Select(e => e.FullName).Should()
            .Contain(["README.md", "CHANGELOG.md", "THIRD-PARTY-NOTICES.md", "icon.png", $"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml"]);
        string specification = Text(package, $"{name}.nuspec");
        specification.Should().Contain("<license type=\"expression\">MIT</license>").And.Contain("<readme>README.md</readme>").And.Contain("<icon>icon.png</icon>")
            .And.Contain("<tags>nlp german ").And.Contain("<repository type=\"git\"").And.Contain("commit=");
        Regex.Matches(specification, "<dependency id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).Should().Contain(dependencies)
            .And.NotContain(id => id.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        new FileInfo(Path.Combine(packages.Folder, $"{name}.{packages.Version}.nupkg")).Length.Should().BeLessThan(25_000_000);
    }

    [Theory]
    [InlineData("TextInsights")]
    [InlineData("TextInsights.Training")]
    public void An_assembly_is_reproducible_and_its_symbols_hold_the_sources(string name)
    {
        using ZipArchive package = Open(name, "nupkg"), symbols = Open(name, "snupkg");
        using var assembly = new PEReader(Bytes(package, $"lib/net10.0/{name}.dll"));
        assembly.ReadDebugDirectory().Should().Contain(e => e.Type == DebugDirectoryEntryType.Reproducible);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(Bytes(symbols, $"lib/net10.0/{name}.pdb"));
        MetadataReader reader = provider.GetMetadataReader();
        reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Count(c => reader.GetGuid(c.Kind) == EmbeddedSource)
            .Should().Be(reader.Documents.Count).And.BePositive();
    }

    private ZipArchive Open(string name, string kind) => ZipFile.OpenRead(Path.Combine(packages.Folder, $"{name}.{packages.Version}.{kind}"));

    private static MemoryStream Bytes(ZipArchive archive, string entry)
    {
        var bytes = new MemoryStream();
        using Stream stream = archive.GetEntry(entry)!.Open();
        stream.CopyTo(bytes);
        bytes.Position = 0;
        return bytes;
    }

    private static string Text(ZipArchive archive, string entry)
    {
        using var reader = new StreamReader(Bytes(archive, entry));
        return reader.ReadToEnd();
    }
}
