using System.Collections.Immutable;
using System.Text.Json;

namespace TextInsights.Training;

/// <summary>Reads files of annotated documents, one JSON object a line.</summary>
public static class AnnotatedCorpus
{
    /// <summary>Reads all documents of a file.</summary>
    /// <param name="path">A <c>.jsonl</c> file.</param>
    /// <exception cref="InvalidDataException">A line is broken; the message names file, line and field.</exception>
    public static ImmutableArray<AnnotatedDocument> Read(string path)
    {
        var documents = ImmutableArray.CreateBuilder<AnnotatedDocument>();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                documents.Add(JsonSerializer.Deserialize(line, AnnotatedDocumentJson.Default.AnnotatedDocument)!);
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{path}, line {number}: {e.Message}", e);
            }
        }

        return documents.ToImmutable();
    }
}
