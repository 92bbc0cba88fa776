using TextInsights.Tests.Conventions;

namespace TextInsights.Training.Tests;

public sealed class ModelTrainerTests : IDisposable
{
    private static readonly TrainingInput Articles = new(Repository.PathOf("data", "articles"));

    private readonly string _output = Directory.CreateTempSubdirectory("models-").FullName;

    public void Dispose() => Directory.Delete(_output, recursive: true);

    /// <summary>What a fresh clone can do: with no corpus but the articles of this repository.</summary>
    [Fact]
    public void The_articles_alone_train_a_complete_set_of_models_that_the_analyzer_loads()
    {
        ModelTrainer.Train(ModelTrainer.All, Articles, _output, maximumIterations: 2);
        Directory.GetDirectories(_output).Select(Path.GetFileName).Should().BeEquivalentTo(ModelTrainer.Names.Except([ModelTrainer.All]));
        Directory.GetFiles(_output, "*.new", SearchOption.AllDirectories).Should().BeEmpty();
        var analyzer = new TextAnalyzer(new TextAnalyzerOptions { ModelsDirectory = _output });
        analyzer.Analyze("Die Nordwerk AG zahlt 5 Mio. Euro für die Lorenz GmbH in Hamburg.").Entities.Should().NotBeEmpty();
    }

    [Fact]
    public void An_unknown_model_is_refused_with_the_names_of_all()
    {
        FluentActions.Invoking(() => ModelTrainer.Train("entitie", Articles, _output)).Should().Throw<ArgumentException>().WithMessage("*'entitie'*entities*all*");
        FluentActions.Invoking(() => ModelTrainer.Train("all", Articles, _output, maximumIterations: 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_folder_without_documents_is_told() =>
        FluentActions.Invoking(() => ModelTrainer.Train("entities", new TrainingInput(_output), _output)).Should().Throw<InvalidDataException>().WithMessage("*no .jsonl file*");

    [Fact]
    public void A_cancelled_training_writes_nothing()
    {
        FluentActions.Invoking(() => ModelTrainer.Train(ModelTrainer.All, Articles, _output, cancellationToken: new CancellationToken(canceled: true)))
            .Should().Throw<OperationCanceledException>();
        Directory.GetFileSystemEntries(_output).Should().BeEmpty();
    }
}
