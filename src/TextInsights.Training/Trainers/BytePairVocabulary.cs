using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TextInsights.Training;

/// <summary>Units and merges in the two files that tokenizers of this kind read.</summary>
internal sealed record BytePairVocabulary(ImmutableArray<string> Units, ImmutableArray<(string Left, string Right)> Merges)
{
    /// <summary><c>vocab.json</c>: unit → id, the unknown unit first.</summary>
    public byte[] ToVocabularyFile(string unknown)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber(unknown, 0);
            for (int i = 0; i < Units.Length; i++)
            {
                json.WriteNumber(Units[i], i + 1);
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary><c>merges.txt</c>: one merge a line, best first.</summary>
    public byte[] ToMergesFile()
    {
        var text = new StringBuilder("#version: 0.2\n");
        foreach ((string left, string right) in Merges)
        {
            text.Append(left).Append(' ').Append(right).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
