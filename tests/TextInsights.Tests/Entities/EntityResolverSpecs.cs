using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TextInsights.Entities;
using TextInsights.Segmentation;

namespace TextInsights.Tests.Entities;

/// <summary>
/// Specs/Entities.jsonl: texts with marked mentions ("[o:Siemens]"; o, p, l, m for the type, "[o0.6:Siemens]" with a confidence)
/// and the entities they make, in order of first mention. An "isin" or "type" that a line does not give is not looked at,
/// but a company without "isin" in a line that gives one for another must have none.
/// </summary>
public sealed class EntityResolverSpecs
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static TheoryData<int, string> Lines()
    {
        var data = new TheoryData<int, string>();
        int number = 0;
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", "Entities.jsonl")))
        {
            data.Add(++number, line);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Mentions_are_joined_and_named_as_the_line_says(int number, string line)
    {
        Spec spec = JsonSerializer.Deserialize<Spec>(line, Json)!;
        (string text, ImmutableArray<MarkedMention> marked) = Read(spec.Text);
        SegmentedText segments = SentenceSplitter.Split(GermanTokenizer.Tokenize(text));

        ImmutableArray<Entity> entities = new EntityResolver().Resolve(segments,
            [.. marked.Select(m => new RecognizedMention(segments.TokenAt(m.Span.Start), segments.TokenAt(m.Span.End - 1) + 1, m.Span, m.Type, m.Confidence))]);

        entities.Select(e => $"{e.Name} <- {string.Join(" | ", e.Mentions.Select(m => m.Text))}")
            .Should().Equal(spec.Entities.Select(e => $"{e.Name} <- {string.Join(" | ", e.Mentions)}"), "line {0} says so: {1}", number, spec.Text);
        if (spec.Entities.Any(e => e.Isin is not null))
        {
            entities.Select(e => e.Isin).Should().Equal(spec.Entities.Select(e => e.Isin), "line {0} gives them: {1}", number, spec.Text);
        }

        foreach ((Entity entity, SpecEntity expected) in entities.Zip(spec.Entities))
        {
            entity.Type.ToString().ToLowerInvariant().Should().Be(expected.Type ?? entity.Type.ToString().ToLowerInvariant(), "line {0} says so", number);
        }
    }

    [Fact]
    public void There_are_many_lines() => Lines().Should().HaveCountGreaterThan(119);

    private static (string Text, ImmutableArray<MarkedMention> Mentions) Read(string marked)
    {
        var text = new StringBuilder();
        var mentions = ImmutableArray.CreateBuilder<MarkedMention>();
        int position = 0;
        while (marked.IndexOf('[', position) is int open and >= 0)
        {
            int colon = marked.IndexOf(':', open), close = marked.IndexOf(']', open);
            text.Append(marked, position, open - position);
            string confidence = marked[(open + 2)..colon];
            mentions.Add(new MarkedMention(new TextSpan(text.Length, text.Length + close - colon - 1), TypeOf(marked[open + 1]),
                confidence.Length == 0 ? 0.9 : double.Parse(confidence, CultureInfo.InvariantCulture)));
            text.Append(marked, colon + 1, close - colon - 1);
            position = close + 1;
        }

        return (text.Append(marked, position, marked.Length - position).ToString(), mentions.ToImmutable());
    }

    private static EntityType TypeOf(char letter) => letter switch
    {
        'p' => EntityType.Person,
        'o' => EntityType.Organization,
        'l' => EntityType.Location,
        'm' => EntityType.Miscellaneous,
        _ => throw new InvalidDataException($"'{letter}' is no type."),
    };

    private sealed record Spec(string About, string Text, ImmutableArray<SpecEntity> Entities);

    private sealed record SpecEntity(string Name, ImmutableArray<string> Mentions, string? Isin, string? Type);

    private readonly record struct MarkedMention(TextSpan Span, EntityType Type, double Confidence);
}
