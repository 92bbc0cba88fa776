using System.Text;
using System.Text.Json.Nodes;
using TextInsights.Tests.Conventions;

namespace TextInsights.Training.Tests.Corpora;

public sealed class AnnotatedCorpusTests : IDisposable
{
    private const string Good = """
        {"id": "a", "text": "Die Nordwerk AG zahlt 5 Mio. Euro für die Lorenz GmbH.",
         "mentions": [{"start": 4, "end": 15, "type": "organization", "name": "Nordwerk AG"}, {"start": 42, "end": 53, "type": "organization", "name": "Lorenz GmbH"}],
         "amounts": [{"start": 22, "end": 33, "currency": "EUR", "minimum": 5000000, "maximum": 5000000, "qualifier": "exact", "role": "purchasePrice", "rate": null}],
         "valuations": [{"company": "Lorenz", "amount": 0, "kind": "valuation", "status": "stated"}],
         "deals": [{"kind": "acquisition", "buyers": ["Nordwerk"], "targets": ["Lorenz"], "sellers": [], "amount": 0, "stakePercent": 100, "status": "announced",
                    "evidence": "zahlt 5 Mio. Euro"}],
         "sentiment": "positive", "entitySentiments": [{"entity": "Nordwerk", "sentiment": "positive"}],
         "headings": [], "advertisements": [[0, 3]]}
        """;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"corpus-{Guid.NewGuid():N}.jsonl");

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("train")]
    [InlineData("dev")]
    [InlineData("train-more")]
    public void Reads_the_sample_articles(string part) =>
        AnnotatedCorpus.Read(Repository.PathOf($"data/articles/{part}.jsonl")).Should().OnlyContain(d => d.Mentions != null && d.Amounts != null);

    [Fact]
    public void Reads_the_example_of_the_format_description()
    {
        string readme = File.ReadAllText(Repository.PathOf("data/README.md"));
        int start = readme.IndexOf("```json\n", StringComparison.Ordinal) + 8;
        string line = readme[start..readme.IndexOf("\n```", start, StringComparison.Ordinal)];
        line.Should().NotContain("\n", "a document is one line");
        AnnotatedDocument document = Read(line).Should().ContainSingle().Subject;
        document.Deals!.Value.Should().NotBeEmpty();
        document.Headings!.Value.Should().NotBeEmpty();
    }

    [Fact]
    public void Skips_a_byte_order_mark_blank_lines_and_fields_it_does_not_know()
    {
        string line = Change("title", "\"Für Leser\"");
        File.WriteAllText(_file, $"\n{line}\r\n  \n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        AnnotatedCorpus.Read(_file).Should().ContainSingle().Which.Id.Should().Be("a");
    }

    [Fact]
    public void An_absent_list_is_not_annotated_and_a_subject_that_is_null_is()
    {
        AnnotatedDocument document = Read(Change("mentions", null).Replace("\"rate\":null", "\"rate\":null,\"subject\":null", StringComparison.Ordinal)).Single();
        document.Mentions.Should().BeNull();
        document.Amounts!.Value[0].SubjectAnnotated.Should().BeTrue();
        Read(Change("title", null)).Single().Amounts!.Value[0].SubjectAnnotated.Should().BeFalse();
    }

    [Theory]
    [InlineData("id", null, "id: missing.")]
    [InlineData("id", "7", "id: a string is expected.")]
    [InlineData("text", "null", "text: missing.")]
    [InlineData("text", "\"\\ud800\"", "text: the string is no valid Unicode.")]
    [InlineData("mentions", "[{\"start\": 4, \"end\": 400, \"type\": \"organization\"}]", "mentions[0].end: 400 lies outside the text of 54 UTF-16 code units.")]
    [InlineData("mentions", "[{\"start\": 4, \"end\": 4, \"type\": \"organization\"}]", "mentions[0].end: 4 does not lie behind the start 4.")]
    [InlineData("mentions", "[{\"start\": -1, \"end\": 4, \"type\": \"organization\"}]", "mentions[0].start: -1 lies outside the text of 54 UTF-16 code units.")]
    [InlineData("mentions", "[{\"start\": 1, \"end\": 4, \"type\": \"Organization\"}]", "mentions[0].type: 'Organization' is none of person, organization, location, miscellaneous.")]
    [InlineData("mentions", "[{\"start\": 4, \"end\": 9, \"type\": \"person\"}, {\"start\": 8, \"end\": 12, \"type\": \"person\"}]", "mentions[1].start: 8 lies before 9, ")]
    [InlineData("mentions", "{}", "mentions: a list is expected.")]
    [InlineData("mentions", "[5]", "mentions[0]: an object with 'start' is expected.")]
    [InlineData("ignored", "[{\"start\": 4.5, \"end\": 9}]", "ignored[0].start: a whole number is expected.")]
    [InlineData("headings", "[[1]]", "headings[0]: two numbers [start, end] are expected.")]
    [InlineData("headings", "[[1, 99]]", "headings[0][1]: 99 lies outside the text of 54 UTF-16 code units.")]
    [InlineData("advertisements", "[[5, 9], [1, 3]]", "advertisements[1][0]: 1 lies before 9, ")]
    [InlineData("sentiment", "\"good\"", "sentiment: 'good' is none of neutral, positive, negative.")]
    [InlineData("amounts[0].currency", "\"Euro\"", "amounts[0].currency: a currency code such as EUR is expected.")]
    [InlineData("amounts[0].minimum", "\"5\"", "amounts[0].minimum: a number is expected.")]
    [InlineData("amounts[0].minimum", "5000001", "amounts[0].qualifier: with 'exact', minimum and maximum are equal.")]
    [InlineData("amounts[0].qualifier", "\"moreThan\"", "amounts[0].qualifier: with 'moreThan', there is a minimum and maximum is null.")]
    [InlineData("amounts[0].qualifier", "\"atMost\"", "amounts[0].qualifier: with 'atMost', minimum is null and there is a maximum.")]
    [InlineData("amounts[0].qualifier", "\"range\"", "amounts[0].qualifier: with 'range', minimum is less than maximum.")]
    [InlineData("amounts[0].rate", "\"century\"", "amounts[0].rate: 'century' is none of ")]
    [InlineData("amounts[0].subject", "\"Meridian\"", "amounts[0].subject: 'Meridian' is neither name nor text of a mention.")]
    [InlineData("valuations[0].amount", "1", "valuations[0].amount: 1 is no index into the 1 amounts, which count from 0.")]
    [InlineData("valuations[0].company", "\"Lorenzo\"", "valuations[0].company: 'Lorenzo' is neither name nor text of a mention.")]
    [InlineData("deals[0].amount", "-1", "deals[0].amount: -1 is no index into the 1 amounts, which count from 0.")]
    [InlineData("deals[0].buyers", "[\"Nordwerks\", \"Ost\"]", "deals[0].buyers[1]: 'Ost' is neither name nor text of a mention.")]
    [InlineData("deals[0].buyers", null, "deals[0].buyers: missing.")]
    [InlineData("deals[0].stakePercent", "120", "deals[0].stakePercent: more than 0 and at most 100 are expected.")]
    [InlineData("deals[0].evidence", "\"erwirbt\"", "deals[0].evidence: does not stand in the text.")]
    [InlineData("entitySentiments[0].entity", "\"\"", "entitySentiments[0].entity: '' is neither name nor text of a mention.")]
    public void A_broken_field_is_named(string field, string? json, string problem) =>
        Problems(Change(field, json)).First().Should().StartWith($"{_file}, line 1, field {problem}");

    [Fact]
    public void Every_broken_line_is_told_at_once()
    {
        File.WriteAllText(_file, $"{Change("sentiment", "1")}\n{Change("title", null)}\n{{\n[]\n{Change("sentiment", "\"positive\"")}\n");
        var thrown = FluentActions.Invoking(() => AnnotatedCorpus.Read(_file)).Should().Throw<CorpusException>().Which;
        thrown.Problems.Select(p => (p.Line, p.Field)).Should().Equal((1, "sentiment"), (3, ""), (4, ""), (4, ""), (5, "id"));
        thrown.Problems[^1].Message.Should().Be("'a' already stands in line 2.");
        thrown.Message.Should().Contain($"{_file}, line 3: no JSON at byte ");
    }

    [Fact]
    public void A_field_that_stands_twice_is_a_mistake() =>
        Problems("""{"id": "a", "text": "b", "text": "c"}""").Should().ContainSingle().Which.Should().Contain("line 1: no JSON at byte ");

    private static string Change(string field, string? json)
    {
        JsonNode line = JsonNode.Parse(Good)!;
        JsonNode parent = line;
        string[] path = field.Replace("[0]", "").Split('.');
        if (path.Length == 2)
        {
            parent = line[path[0]]![0]!;
        }

        if (json is null)
        {
            parent.AsObject().Remove(path[^1]);
            return line.ToJsonString();
        }

        parent[path[^1]] = "…";
        return line.ToJsonString().Replace("\"\\u2026\"", json, StringComparison.Ordinal);
    }

    private System.Collections.Immutable.ImmutableArray<AnnotatedDocument> Read(string line)
    {
        File.WriteAllText(_file, line);
        return AnnotatedCorpus.Read(_file);
    }

    private IEnumerable<string> Problems(string line) =>
        FluentActions.Invoking(() => Read(line)).Should().Throw<CorpusException>().Which.Problems.Select(p => p.ToString());
}
