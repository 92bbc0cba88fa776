using System.Globalization;
using System.Security.Cryptography;
using TextInsights.Models;
using TextInsights.Tests.Conventions;
using TextInsights.Tests.Robustness;

namespace TextInsights.Benchmarks;

/// <summary>
/// <c>damage COUNT [SIGNED]</c>: single bits of the model files flipped. A flipped file is refused by its checksum; one whose
/// manifest was made to fit (SIGNED of them, through the whole analyzer) is refused, or gives valid documents all the same.
/// </summary>
internal static class DamageRun
{
    public static int Run(string[] args)
    {
        int count = int.Parse(args[0], CultureInfo.InvariantCulture), signed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200;
        string models = Path.Combine(Directory.CreateTempSubdirectory("damage-").FullName, "models");
        Copy(Repository.PathOf("models"), models);
        string[] files = [.. Directory.GetFiles(models, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var random = new Random(1);
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        string sound = ResultsOf(models);
        for (int i = 0; i < count; i++)
        {
            Flip(files[random.Next(files.Length)], random, file => Add(outcomes, "flipped: " + Outcome(() => ReadFolder(models, file, sound))));
        }

        string[] weights = [.. files.Where(f => !f.EndsWith("manifest.json", StringComparison.Ordinal) && !f.EndsWith(".zip", StringComparison.Ordinal))];
        for (int i = 0; i < signed; i++)
        {
            Flip(weights[random.Next(weights.Length)], random, file =>
            {
                string manifest = Path.Combine(Path.GetDirectoryName(file)!, "manifest.json");
                string before = File.ReadAllText(manifest);
                File.WriteAllText(manifest, Sign(before, file));
                Add(outcomes, "signed: " + Outcome(() => Analyze(models)));
                File.WriteAllText(manifest, before);
            });
        }

        foreach ((string outcome, int times) in outcomes)
        {
            Console.WriteLine($"{times,7} {outcome}");
        }

        Directory.Delete(Path.GetDirectoryName(models)!, recursive: true);
        return outcomes.Keys.Any(o => o.Contains("BAD", StringComparison.Ordinal)) ? 1 : 0;
    }

    // Nothing vouches for a manifest itself: what it lets pass must be a note on corpora or measures, on which no result depends.
    private static string ReadFolder(string models, string file, string sound)
    {
        string model = Path.GetRelativePath(models, Path.GetDirectoryName(file)!).Replace('\\', '/');
        ModelFolder folder = ModelFolder.At(models);
        folder.ReadManifest(model, ModelFolder.Embedded.ReadManifest(model).Schema);
        return Path.GetFileName(file) != "manifest.json" ? "BAD: not noticed"
            : ResultsOf(models) == sound ? "in a manifest, the same results" : "BAD: other results";
    }

    private static string ResultsOf(string models)
    {
        var analyzer = new TextAnalyzer(new TextAnalyzerOptions { ModelsDirectory = models });
        return string.Concat(SampleText.Articles.Take(20).Select(text => analyzer.Analyze(text).ToJson()));
    }

    private static string Analyze(string models)
    {
        var analyzer = new TextAnalyzer(new TextAnalyzerOptions { ModelsDirectory = models });
        string text = SampleText.Articles[0];
        return DocumentRules.FirstBroken(analyzer.Analyze(text), text) is { } broken ? "BAD: " + broken : "valid documents";
    }

    private static string Outcome(Func<string> attempt)
    {
        try
        {
            return attempt();
        }
        catch (ModelException)
        {
            return "refused";
        }
        catch (Exception e)
        {
            return $"BAD: {e.GetType().Name} {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("TextInsights", StringComparison.Ordinal))?.Trim()}";
        }
    }

    private static void Flip(string file, Random random, Action<string> then)
    {
        byte[] sound = File.ReadAllBytes(file);
        byte[] flipped = [.. sound];
        flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        File.WriteAllBytes(file, flipped);
        then(file);
        File.WriteAllBytes(file, sound);
    }

    private static string Sign(string manifest, string file)
    {
        ModelManifest parsed = ModelManifest.Parse("manifest.json", System.Text.Encoding.UTF8.GetBytes(manifest));
        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
        return (parsed with { Files = [.. parsed.Files.Select(f => f.Name == Path.GetFileName(file) ? f with { Sha256 = hash } : f)] }).ToJson();
    }

    private static void Add(SortedDictionary<string, int> outcomes, string outcome) => outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories).Where(f => Path.GetDirectoryName(f) != from))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
