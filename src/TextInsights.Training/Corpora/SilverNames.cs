using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using TextInsights.Lexicons;

namespace TextInsights.Training;

/// <summary>
/// Sentences of running text with the names that a neural tagger found in them: <c>data/silver/names.tsv.gz</c>, packed into this
/// assembly, says where the names stand, the text itself lies with the corpora.
/// </summary>
internal static class SilverNames
{
    /// <summary>Name of the corpus.</summary>
    public const string Name = "silver";

    private const string Table = "silver/names.tsv.gz";

    /// <summary>The sentences; null where the corpora are not at hand.</summary>
    public static TrainingCorpus? Read(TrainingInput input)
    {
        if (input.CorporaDirectory is not { } corpora)
        {
            return null;
        }

        using Stream packed = PackagedData.Open(Table);
        string hash = Convert.ToHexStringLower(SHA256.HashData(packed));
        packed.Position = 0;
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return new TrainingCorpus(Name, hash, Read(reader, WordCorpus.Lines(Path.Combine(corpora, "unlabelled", "wikipedia-de.txt.gz"))));
    }

    /// <summary>Puts the names of a table, whose rows are in the order of their lines, into the lines.</summary>
    /// <exception cref="InvalidDataException">The table is broken, or made for another text.</exception>
    public static ImmutableArray<AnnotatedDocument> Read(TextReader table, IEnumerable<string> lines)
    {
        using IEnumerator<string> text = lines.GetEnumerator();
        var documents = ImmutableArray.CreateBuilder<AnnotatedDocument>();
        int number = -1;
        foreach (TsvTable.TsvRow row in TsvTable.Parse(Table, table).Rows)
        {
            int line = int.Parse(row["line"], CultureInfo.InvariantCulture);
            for (; number < line; number++)
            {
                if (!text.MoveNext())
                {
                    throw new InvalidDataException($"{Table}: the running text has no line {line}.");
                }
            }

            documents.Add(Annotate(line, text.Current, row["names"]));
        }

        return documents.ToImmutable();
    }

    // "14+11ld": from 14 on, 11 long, a location's derived word.
    private static AnnotatedDocument Annotate(int line, string text, string names)
    {
        var mentions = ImmutableArray.CreateBuilder<GoldMention>();
        var derived = ImmutableArray.CreateBuilder<GoldMention>();
        var compounds = ImmutableArray.CreateBuilder<GoldMention>();
        foreach (string name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int plus = name.IndexOf('+', StringComparison.Ordinal), letter = name.AsSpan().IndexOfAny("polm");
            int start = int.Parse(name.AsSpan(0, plus), CultureInfo.InvariantCulture);
            int end = start + int.Parse(name.AsSpan((plus + 1)..letter), CultureInfo.InvariantCulture);
            if (end > text.Length)
            {
                throw new InvalidDataException($"{Table}: line {line} has no '{name}'.");
            }

            var type = (EntityType)"polm".IndexOf(name[letter], StringComparison.Ordinal);
            (name[^1] switch { 'd' => derived, 'c' => compounds, _ => mentions }).Add(new GoldMention(start, end, type, null));
        }

        return new AnnotatedDocument
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{Name}/{line}"),
            Text = text,
            Mentions = mentions.ToImmutable(),
            Derived = derived.ToImmutable(),
            Parts = compounds.ToImmutable(),
        };
    }
}
