namespace TextInsights.Tests.Conventions;

public class SourceFilesTests
{
    private static IEnumerable<string> Sources => new[] { "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [Fact]
    public void No_source_file_is_longer_than_400_lines() =>
        Sources.Where(file => File.ReadLines(file).Count() > 400).Should().BeEmpty();

    [Fact]
    public void Folders_of_a_project_are_at_most_two_deep() =>
        Sources.Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => file.Count(c => c == Path.DirectorySeparatorChar) > 4).Should().BeEmpty();

    [Fact]
    public void Word_lists_name_their_source_and_licence()
    {
        string[] lists = [.. new[] { "lexicons", "gazetteers" }
            .Select(folder => Repository.PathOf("data", folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.tsv"))];
        lists.Should().NotBeEmpty();
        lists.Where(file => !HeaderOf(file).Contains("source", StringComparison.OrdinalIgnoreCase)
            || !HeaderOf(file).Contains("licence", StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
    }

    [Fact]
    public void Models_weigh_less_than_20_megabytes_together() =>
        Directory.EnumerateFiles(Repository.PathOf("models"), "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length)
            .Should().BeLessThan(20_000_000);

    private static string HeaderOf(string file) => string.Join(' ', File.ReadLines(file).TakeWhile(line => line.StartsWith('#')));
}
