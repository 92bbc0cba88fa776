using TextInsights.Entities;
using TextInsights.Training;

namespace TextInsights.Tests.Entities;

/// <summary>Floors on the annotated articles: annotated mentions without their names in, groups and names out.</summary>
public sealed class EntityResolverGoldTests
{
    [Theory]
    [InlineData("train", 0.99, 0.99)]
    [InlineData("dev", 0.98, 0.98)]
    public void Articles_are_grouped_and_named(string part, double groupingFloor, double nameFloor)
    {
        GroupingMeasure measure = GroupingMeasure.Of(new EntityResolver(), AnnotatedCorpus.Read(Articles(part)));

        measure.Mentions.Should().BeGreaterThan(500);
        measure.F1.Should().BeGreaterThan(groupingFloor);
        measure.NameAccuracy.Should().BeGreaterThan(nameFloor);
    }

    private static string Articles(string part)
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "TextInsights.sln")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory!.FullName, "data", "articles", part + ".jsonl");
    }
}
