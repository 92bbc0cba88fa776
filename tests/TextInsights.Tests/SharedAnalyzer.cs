namespace TextInsights.Tests;

/// <summary>One analyzer with the shipped models for all tests that need one; loading it takes longer than a test.</summary>
[CollectionDefinition(nameof(SharedAnalyzer))]
public sealed class SharedAnalyzer : ICollectionFixture<SharedAnalyzer>
{
    public TextAnalyzer Analyzer { get; } = new();
}
