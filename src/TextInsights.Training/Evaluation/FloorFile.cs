using System.Collections.Immutable;
using System.Text.Json;

namespace TextInsights.Training;

/// <summary>
/// Least values that measures must reach, by gold file: <c>{"facts/dev.jsonl": {"amounts.detected.F1": 90}}</c>. The name of a
/// gold file is the end of its path.
/// </summary>
/// <param name="Path">Where the floors were read from.</param>
/// <param name="Entries">Floors by gold file, in file order.</param>
internal sealed record FloorFile(string Path, ImmutableArray<FloorEntry> Entries)
{
    /// <exception cref="InvalidDataException">The file is no such JSON.</exception>
    public static FloorFile Read(string path)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
            return new FloorFile(path,
            [
                .. json.RootElement.EnumerateObject().Select(entry => new FloorEntry(
                    entry.Name, [.. entry.Value.EnumerateObject().Select(floor => new Floor(floor.Name, floor.Value.GetDouble()))])),
            ]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}: an object of gold files with an object of measures and least values each is expected ({e.Message}).", e);
        }
    }

    /// <summary>The entry for a gold file: the one whose name ends its path; null if there is none.</summary>
    public FloorEntry? EntryFor(string goldFile)
    {
        string path = "/" + System.IO.Path.GetFullPath(goldFile).Replace('\\', '/').TrimStart('/');
        return Entries.FirstOrDefault(e => path.EndsWith("/" + e.GoldFile, StringComparison.Ordinal));
    }

    /// <summary>Compares a report with the floors of its gold file.</summary>
    /// <exception cref="InvalidDataException">A floor is for a measure that the report does not have.</exception>
    public ImmutableArray<FloorResult> Check(FloorEntry entry, EvaluationReport report)
    {
        IReadOnlyDictionary<string, double?> measures = report.ToMeasures();
        return
        [
            .. entry.Floors.Select(floor => measures.TryGetValue(floor.Measure, out double? value)
                ? new FloorResult(entry.GoldFile, floor.Measure, value, floor.Least)
                : throw new InvalidDataException($"{Path}: '{entry.GoldFile}' gives no measure '{floor.Measure}'; it gives {string.Join(", ", measures.Keys)}.")),
        ];
    }
}

/// <summary>Floors of one gold file.</summary>
internal sealed record FloorEntry(string GoldFile, ImmutableArray<Floor> Floors)
{
    /// <summary>The file below one of the folders, or beside it where the name begins with the folder's own; null if it is in none.</summary>
    public string? Find(IEnumerable<string> folders) => folders.SelectMany(Candidates).FirstOrDefault(File.Exists);

    private IEnumerable<string> Candidates(string folder)
    {
        yield return Path.Combine(folder, GoldFile);
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (GoldFile.StartsWith(Path.GetFileName(full) + "/", StringComparison.Ordinal) && Path.GetDirectoryName(full) is { } parent)
        {
            yield return Path.Combine(parent, GoldFile);
        }
    }
}

/// <summary>The least value of a measure.</summary>
internal sealed record Floor(string Measure, double Least);

/// <summary>A measure beside its floor; a measure of nothing reaches no floor.</summary>
internal sealed record FloorResult(string GoldFile, string Measure, double? Value, double Least)
{
    public bool IsMet => Value >= Least;
}
