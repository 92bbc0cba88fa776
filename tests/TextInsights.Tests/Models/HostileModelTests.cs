using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Tests.Conventions;
using TextInsights.Training;

namespace TextInsights.Tests.Models;

/// <summary>A models folder from a stranger, with manifests that vouch for every byte: refused by name in bounded memory, and nothing outside it is touched.</summary>
public sealed class HostileModelTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hostile-").FullName;

    public HostileModelTests()
    {
        foreach (string model in new[] { "valuations", "advertisements", "words" })
        {
            Directory.CreateDirectory(Path.Combine(Models, model));
            foreach (string file in Directory.GetFiles(Repository.PathOf("models", model)))
            {
                File.Copy(file, Path.Combine(Models, model, Path.GetFileName(file)));
            }
        }
    }

    private string Models => Path.Combine(_root, "models");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("..\\secret.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("C:secret.txt")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("inner/model.zip")]
    public void A_name_that_leads_out_of_the_folder_is_refused_and_nothing_is_copied_there(string name)
    {
        File.WriteAllText(Path.Combine(Models, "secret.txt"), "geheim");
        Rewrite("valuations", m => m with { Files = [new ModelFile(name, 6, Hash("geheim"u8.ToArray())), .. m.Files] });
        Refused(() => ValuationExtractor.Load(Folder)).Should().StartWith("Model file 'valuations/manifest.json': no manifest");
        Refused(() => ModelFiles.Copy(Folder, Path.Combine(_root, "deep", "copy")));
        Directory.GetFiles(_root, "secret.txt", SearchOption.AllDirectories).Should().ContainSingle();
    }

    [Theory]
    [InlineData("\"length\": -1")]
    [InlineData("\"length\": 9223372036854775807")]
    [InlineData("\"length\": 1e300")]
    public void A_length_that_no_file_has_is_refused(string length)
    {
        string path = ManifestOf("valuations");
        File.WriteAllText(path, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(path), "\"length\": \\d+", length));
        Refused(() => ValuationExtractor.Load(Folder)).Should().StartWith("Model file 'valuations/manifest.json'");
    }

    [Theory]
    [InlineData("\"files\": [null]")]
    [InlineData("\"files\": [{}]")]
    [InlineData("\"files\": {\"model.zip\": 5}")]
    public void Files_that_are_none_are_refused(string files)
    {
        File.WriteAllText(ManifestOf("valuations"), $$"""{"schema": "x", "labels": ["a"], {{files}}}""");
        Refused(() => ValuationExtractor.Load(Folder)).Should().StartWith("Model file 'valuations/manifest.json': no manifest");
    }

    [Fact]
    public void A_manifest_of_the_size_of_a_disk_is_not_read()
    {
        using (FileStream file = File.OpenWrite(ManifestOf("valuations")))
        {
            file.SetLength(1L << 40); // takes no room: it has no blocks
        }

        Refused(() => ValuationExtractor.Load(Folder)).Should().Match("Model file 'valuations/manifest.json': 1099511627776 bytes long*");
    }

    [Fact]
    public void A_folder_under_the_name_of_another_is_refused()
    {
        Directory.Move(Path.Combine(Models, "valuations"), Path.Combine(Models, "x"));
        Directory.Move(Path.Combine(Models, "advertisements"), Path.Combine(Models, "valuations"));
        Refused(() => ValuationExtractor.Load(Folder)).Should().Match("Model file 'valuations/manifest.json': made for schema 'advertisements-*");
    }

    [Fact]
    public void Weights_of_another_model_are_refused()
    {
        Replace("valuations", "model.weights", File.ReadAllBytes(Path.Combine(Models, "advertisements", "model.weights")));
        Refused(() => ValuationExtractor.Load(Folder)).Should().Match("Model file 'valuations/model.weights': no compiled weights (2 classes, 5 expected)*");
    }

    [Theory]
    [InlineData("stated", "schräg", "class 'schräg' is unknown")]
    [InlineData("stated", "7", "class '7' is unknown")]
    [InlineData("stated", "planned", "a class comes twice")]
    public void Classes_that_are_none_are_refused(string label, string other, string problem)
    {
        Rewrite("valuations", m => m with { Labels = m.Labels.Replace(label, other) });
        Refused(() => ValuationExtractor.Load(Folder)).Should().StartWith($"Model file 'valuations/manifest.json': {problem}");
    }

    [Theory]
    [InlineData(1 << 30, 5, 1 << 30, 1)]
    [InlineData(1 << 20, 5, 1 << 20, 0)]
    [InlineData(1 << 20, int.MaxValue, 1 << 20, 1)]
    [InlineData(-1, -1, -1, -1)]
    public void A_file_that_unpacks_to_a_thousand_times_its_size_takes_no_more_memory_than_a_model_may(int slots, int classes, int rows, int gap)
    {
        byte[] bomb = Pack(writer =>
        {
            Array.ForEach([0x31574954, slots, classes, rows], writer.Write);
            byte[] part = [.. Enumerable.Repeat(BitConverter.GetBytes(gap), 1 << 16).SelectMany(b => b)];
            for (int i = 0; i < 1 << 10; i++)
            {
                writer.Write(part); // 256 MB in all
            }
        });
        bomb.Length.Should().BeLessThan(1 << 20);
        Replace("valuations", "model.weights", bomb);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Refused(() => ValuationExtractor.Load(Folder)).Should().StartWith("Model file 'valuations/model.weights': no compiled weights");
        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(64 << 20);
    }

    [Fact]
    public void A_word_table_that_claims_more_words_than_there_are_is_refused()
    {
        Replace("words", WordTable.FileName, Pack(writer => Array.ForEach([0, int.MaxValue], writer.Write)));
        Refused(() => WordTable.Load(Folder)).Should().StartWith("Model file 'words/words.bin': no word table (a length is out of range");
    }

    [Fact]
    public void A_zip_is_compared_with_its_checksum_and_never_opened()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (Stream entry = zip.CreateEntry("../../../evil.txt").Open())
            {
                entry.Write("böse"u8);
            }

            using Stream bomb = zip.CreateEntry("Predictor/Model.key").Open();
            for (int i = 0; i < 100; i++)
            {
                bomb.Write(new byte[1 << 20]);
            }
        }

        Replace("valuations", "model.zip", bytes.ToArray());
        long before = GC.GetAllocatedBytesForCurrentThread();
        ValuationExtractor.Load(Folder);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(16 << 20);
        Directory.GetFiles(_root, "evil.txt", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public void Truncated_and_flipped_weights_that_the_manifest_vouches_for_are_refused_or_load()
    {
        byte[] sound = File.ReadAllBytes(Path.Combine(Models, "valuations", "model.weights"));
        var random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 200; i++)
        {
            byte[] damaged = sound[..(i % 2 == 0 ? random.Next(sound.Length) : sound.Length)];
            if (i % 2 == 1)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            }

            Replace("valuations", "model.weights", damaged);
            try
            {
                ValuationExtractor.Load(Folder);
            }
            catch (ModelException e)
            {
                e.File.Should().Be("valuations/model.weights");
                refused++;
            }
        }

        refused.Should().BeGreaterThanOrEqualTo(100, "what is cut off is missing");
    }

    private ModelFolder Folder => ModelFolder.At(Models);

    private string ManifestOf(string model) => Path.Combine(Models, model, "manifest.json");

    private void Replace(string model, string file, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Models, model, file), bytes);
        Rewrite(model, m => m with { Files = [.. m.Files.Select(f => f.Name == file ? new ModelFile(file, bytes.Length, Hash(bytes)) : f)] });
    }

    private void Rewrite(string model, Func<ModelManifest, ModelManifest> change) => File.WriteAllText(
        ManifestOf(model), change(ModelManifest.Parse("manifest.json", Encoding.UTF8.GetBytes(File.ReadAllText(ManifestOf(model))))).ToJson());

    private static byte[] Pack(Action<BinaryWriter> write)
    {
        using var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Fastest)))
        {
            write(writer);
        }

        return packed.ToArray();
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Refused(Action load) => load.Should().Throw<ModelException>().Which.Message;
}
