using TextInsights.Models;

namespace TextInsights.Tests.Models;

/// <summary>Whatever is wrong with a model file, the exception says which file, what was expected, and how to rebuild it.</summary>
public sealed class ModelFolderTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("models-").FullName;

    public ModelFolderTests() => SmallModel.Write(_directory);

    [Fact]
    public void A_sound_model_loads() => Load().Labels.Should().Equal(SmallModel.Labels);

    [Fact]
    public void A_missing_folder_is_named()
    {
        Directory.Delete(Path.Combine(_directory, "small"), recursive: true);
        Failure().Should().Match("Model file 'small/manifest.json': missing*textinsights train small*");
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(ZipPath);
        Failure().Should().Match("Model file 'small/model.zip': missing*textinsights train small*");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void A_truncated_file_is_named(int length)
    {
        byte[] bytes = File.ReadAllBytes(ZipPath);
        File.WriteAllBytes(ZipPath, bytes[..length]);
        Failure().Should().Match($"Model file 'small/model.zip': altered: {bytes.Length} bytes expected, {length} found*");
    }

    [Fact]
    public void Any_flipped_bit_is_noticed()
    {
        byte[] sound = File.ReadAllBytes(ZipPath);
        for (int position = 0; position < sound.Length; position += sound.Length / 20)
        {
            byte[] flipped = [.. sound];
            flipped[position] ^= 0x10;
            File.WriteAllBytes(ZipPath, flipped);
            Failure().Should().Match("Model file 'small/model.zip': altered: SHA-256 * expected, * found*");
        }
    }

    [Fact]
    public void A_model_of_another_schema_is_refused() =>
        FluentActions.Invoking(() => LinearModel.Load(ModelFolder.At(_directory), "small", "small-2"))
            .Should().Throw<ModelException>().WithMessage("*'small/manifest.json': made for schema 'small-1', this version needs 'small-2'*");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("null")]
    public void A_broken_manifest_is_named(string json)
    {
        File.WriteAllText(ManifestPath, json);
        Failure().Should().StartWith("Model file 'small/manifest.json': no manifest");
    }

    [Fact]
    public void A_manifest_with_other_classes_is_refused()
    {
        File.WriteAllText(ManifestPath, File.ReadAllText(ManifestPath).Replace("\"blue\"", "\"blue\", \"black\"", StringComparison.Ordinal));
        Failure().Should().Match("Model file 'small/model.zip': no ML.NET maximum entropy model with 4 classes*");
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private string ZipPath => Path.Combine(_directory, "small", "model.zip");

    private string ManifestPath => Path.Combine(_directory, "small", "manifest.json");

    private LinearModel Load() => LinearModel.Load(ModelFolder.At(_directory), "small", SmallModel.Schema);

    private string Failure() => FluentActions.Invoking(Load).Should().Throw<ModelException>().Which.Message;
}
