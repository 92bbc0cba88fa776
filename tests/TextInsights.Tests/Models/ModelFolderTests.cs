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

    [Fact]
    public void Weights_of_another_format_are_refused()
    {
        Repack([.. "no weights at all"u8]);
        Failure().Should().Match("Model file 'small/model.weights': no compiled weights (another format)*");
    }

    [Fact]
    public void Weights_that_end_early_are_refused_without_taking_the_memory_they_claim()
    {
        Repack([.. new[] { 0x31574954, 1 << 24, 3, 1 << 24 }.SelectMany(BitConverter.GetBytes)]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Failure().Should().Match("Model file 'small/model.weights': no compiled weights*");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(100 << 20);
    }

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
        Failure().Should().Match("Model file 'small/model.weights': no compiled weights (3 classes, 4 expected)*");
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private string ZipPath => Path.Combine(_directory, "small", "model.zip");

    // The manifest vouches for the new bytes: what is damaged here was damaged before it was signed.
    private void Repack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.Fastest))
        {
            brotli.Write(content);
        }

        byte[] bytes = packed.ToArray();
        File.WriteAllBytes(Path.Combine(_directory, "small", "model.weights"), bytes);
        ModelManifest manifest = ModelFolder.At(_directory).ReadManifest("small");
        File.WriteAllText(ManifestPath, (manifest with
        {
            Files = [.. manifest.Files.Select(f => f.Name == "model.weights"
                ? f with { Length = bytes.Length, Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)) }
                : f)],
        }).ToJson());
    }

    private string ManifestPath => Path.Combine(_directory, "small", "manifest.json");

    private LinearModel Load() => LinearModel.Load(ModelFolder.At(_directory), "small", SmallModel.Schema);

    private string Failure() => FluentActions.Invoking(Load).Should().Throw<ModelException>().Which.Message;
}
