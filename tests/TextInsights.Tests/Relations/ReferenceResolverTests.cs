using TextInsights.Relations;

namespace TextInsights.Tests.Relations;

public class ReferenceResolverTests
{
    [Fact]
    public void Resolves_every_line_of_the_spec()
    {
        var wrong = new List<string>();
        foreach ((int number, string json) in MarkedText.Spec("References"))
        {
            MarkedText marked = MarkedText.Parse(System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("text").GetString()!);
            string expected = string.Join(", ", marked.References.Select(r => $"{r.Span.Of(marked.Segments.Text)}={r.Entity}"));
            string found = string.Join(", ", ReferenceResolver.Resolve(marked.Segments, marked.Entities).Sure
                .Where(r => r.Kind > ReferenceKind.Compound)
                .Select(r => $"{marked.Segments.Text[marked.Segments.Tokens[r.FirstToken].Start..marked.Segments.Tokens[r.EndToken - 1].End]}={marked.Entities[r.Entity].Name}"));
            if (expected != found)
            {
                wrong.Add($"line {number}: '{expected}' expected, '{found}' found in: {marked.Segments.Text}");
            }
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Names_are_references_and_appositions_belong_to_them()
    {
        MarkedText marked = MarkedText.Parse("Der Chiphersteller [[Silidur]] wächst.");

        ReferenceResolver.Resolve(marked.Segments, marked.Entities).Sure.Should().Equal(new EntityReference(2, 3, 0, ReferenceKind.Name, OrganizationKind.Unknown, IsSource: false, IsTraded: false));
    }
}
