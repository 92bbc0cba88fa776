using System.Text;
using TextInsights.Tests.Conventions;

namespace TextInsights.Tests.DependencyInjection;

/// <summary>Copies of the shipped models in a folder of its own. The "other" set calls revenue a donation, so that results tell which set made them.</summary>
internal sealed class ModelCopy : IDisposable
{
    public const string Sentence = "Der Umsatz der Nordwerk AG betrug 5 Mio. Euro.";

    private static readonly string Shipped = Repository.PathOf("models");

    public string Root { get; } = Directory.CreateTempSubdirectory("models-").FullName;

    public string PathOf(string name) => Path.Combine(Root, name);

    public string Write(string name, bool other = false)
    {
        foreach (string file in Directory.EnumerateFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(PathOf(name), Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            Put(target, File.ReadAllBytes(file));
        }

        if (other)
        {
            string manifest = Path.Combine(PathOf(name), "roles", "manifest.json");
            Put(manifest, Encoding.UTF8.GetBytes(
                File.ReadAllText(manifest).Replace("\"revenue\"", "\"x\"").Replace("\"donation\"", "\"revenue\"").Replace("\"x\"", "\"donation\"")));
        }

        return PathOf(name);
    }

    /// <summary>Changes a byte of a model that is loaded.</summary>
    public void Damage(string name)
    {
        string file = Path.Combine(PathOf(name), "roles", "model.zip");
        byte[] bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        Put(file, bytes);
    }

    // As training writes: beside its place, then renamed. Writing into a file that is just being read is refused.
    private static void Put(string path, byte[] bytes)
    {
        File.WriteAllBytes(path + ".new", bytes);
        File.Move(path + ".new", path, overwrite: true);
    }

    public static AmountRole Role(ITextAnalyzer analyzer) => analyzer.Analyze(Sentence).Amounts.Single().Role;

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
