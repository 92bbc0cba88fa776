using System.Collections.Immutable;
using System.Text.Json;

namespace TextInsights.Training;

/// <summary>Reads files of annotated documents, one JSON object a line; <c>data/README.md</c> describes the fields.</summary>
public static class AnnotatedCorpus
{
    // A field that stands twice is a mistake in a hand-written file.
    private static readonly JsonDocumentOptions JsonOptions = new() { AllowDuplicateProperties = false };

    /// <summary>Reads and checks all documents of a file; blank lines are skipped.</summary>
    /// <param name="path">A <c>.jsonl</c> file in UTF-8.</param>
    /// <exception cref="CorpusException">Lines are broken; every one is listed with file, line and field.</exception>
    /// <exception cref="IOException">The file is missing or unreadable.</exception>
    public static ImmutableArray<AnnotatedDocument> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var documents = ImmutableArray.CreateBuilder<AnnotatedDocument>();
        var problems = ImmutableArray.CreateBuilder<CorpusProblem>();
        var lineOfId = new Dictionary<string, int>(StringComparer.Ordinal);
        int number = 0;
        foreach (ReadOnlyMemory<byte> line in Lines(File.ReadAllBytes(path)))
        {
            number++;
            if (line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            var found = new List<FieldProblem>();
            AnnotatedDocument? document = Parse(line, found);
            if (document is not null && !lineOfId.TryAdd(document.Id, number))
            {
                found.Add(new FieldProblem("id", $"'{document.Id}' already stands in line {lineOfId[document.Id]}."));
            }

            problems.AddRange(found.Select(p => new CorpusProblem(path, number, p.Field, p.Message)));
            if (document is not null)
            {
                documents.Add(document);
            }
        }

        return problems.Count == 0 ? documents.ToImmutable() : throw new CorpusException(problems.ToImmutable());
    }

    // The document of a line, or null and what is wrong with it.
    private static AnnotatedDocument? Parse(ReadOnlyMemory<byte> line, List<FieldProblem> problems)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line, JsonOptions);
            AnnotatedDocument document = AnnotationReader.Read(new JsonField(json.RootElement, "", problems));
            if (problems.Count == 0)
            {
                AnnotationValidator.Check(document, problems);
            }

            return problems.Count == 0 ? document : null;
        }
        catch (JsonException e)
        {
            problems.Add(new FieldProblem("", $"no JSON at byte {e.BytePositionInLine + 1}: {e.Message.Split(" LineNumber:")[0]}"));
            return null;
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        while (!bytes.IsEmpty)
        {
            int end = bytes.Span.IndexOf((byte)'\n');
            yield return end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? default : bytes[(end + 1)..];
        }
    }
}
