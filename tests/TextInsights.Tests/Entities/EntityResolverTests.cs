using System.Collections.Immutable;
using System.Text;
using TextInsights.Entities;
using TextInsights.Segmentation;

namespace TextInsights.Tests.Entities;

public sealed class EntityResolverTests
{
    [Fact]
    public void No_mentions_make_no_entities() => Resolve("Es regnet.").Should().BeEmpty();

    [Fact]
    public void Salience_sums_to_at_most_one_and_ranks_the_topic_first()
    {
        ImmutableArray<Entity> entities = Resolve(
            "Velteno kauft zu\n\nKÖLN (dpa) - Velteno hat den Rivalen Sorbix gekauft. Velteno zahlt 3 Mio. Euro. Analysten von Hegau loben das.",
            "Velteno", "KÖLN", "dpa", "Sorbix", "Hegau");

        entities.Sum(e => e.Salience).Should().BeInRange(0.99, 1);
        entities.OrderByDescending(e => e.Salience).Select(e => e.Name).Take(2).Should().Equal("Velteno", "Sorbix");
        entities.OrderBy(e => e.Salience).Select(e => e.Name).Take(2).Should().Equal("KÖLN", "dpa");
    }

    [Fact]
    public void An_entity_named_only_in_advertisements_has_no_salience()
    {
        SegmentedText text = SentenceSplitter.Split(GermanTokenizer.Tokenize("Velteno wächst. Jetzt bei Hegau anmelden!"));
        text = text with { Sentences = [text.Sentences[0], text.Sentences[1] with { Kind = SentenceKind.Advertisement }] };

        new EntityResolver().Resolve(text, Mentions(text, "Velteno", "Hegau")).Select(e => e.Salience).Should().Equal(1, null);
    }

    [Fact]
    public void Ids_count_from_zero_in_order_of_first_mention()
    {
        ImmutableArray<Entity> entities = Resolve("Sorbix und Velteno und Sorbix und Hegau.", "Velteno", "Sorbix", "Hegau");

        entities.Select(e => (e.Id, e.Name)).Should().Equal((0, "Sorbix"), (1, "Velteno"), (2, "Hegau"));
        entities[0].Mentions.Should().HaveCount(2).And.BeInAscendingOrder(m => m.Start);
    }

    [Theory]
    [InlineData("\uD800")]
    [InlineData("???")]
    [InlineData("'s")]
    [InlineData("'")]
    [InlineData("-")]
    [InlineData("\0")]
    [InlineData("AG")]
    [InlineData("& Co. KG")]
    [InlineData("s")]
    [InlineData("(((")]
    [InlineData("Dr.")]
    public void Any_surface_makes_an_entity(string surface)
    {
        foreach (EntityType type in Enum.GetValues<EntityType>())
        {
            string content = $"x {surface} {surface} y";
            SegmentedText text = SentenceSplitter.Split(GermanTokenizer.Tokenize(content));
            var mentions = ImmutableArray.Create(Mention(text, 2, surface.Length, type), Mention(text, 3 + surface.Length, surface.Length, type));

            ImmutableArray<Entity> entities = new EntityResolver().Resolve(text, mentions);

            entities.Sum(e => e.Mentions.Length).Should().Be(2);
            entities.Should().OnlyContain(e => e.Mentions.All(m => content.Substring(m.Start, m.End - m.Start) == m.Text));
        }
    }

    [Fact]
    public void A_huge_list_of_names_is_resolved_in_one_go()
    {
        // Every namesake, every prefix shared: what would be quadratic in a naive comparison.
        var builder = new StringBuilder();
        var spans = new List<(int Start, int Length, EntityType Type)>();
        for (int i = 0; i < 30_000; i++)
        {
            string name = (i % 3) switch { 0 => $"Müller Nr{i}", 1 => $"Vorname{i} Müller", _ => i % 2 == 0 ? "Müller" : $"Nord{i} Capital" };
            spans.Add((builder.Length, name.Length, i % 3 == 1 || name == "Müller" ? EntityType.Person : EntityType.Organization));
            builder.Append(name).Append(i % 40 == 39 ? ".\n" : ", ");
        }

        SegmentedText text = SentenceSplitter.Split(GermanTokenizer.Tokenize(builder.ToString()));
        ImmutableArray<Entity> entities = new EntityResolver().Resolve(text, [.. spans.Select(s => Mention(text, s.Start, s.Length, s.Type))]);

        entities.Sum(e => e.Mentions.Length).Should().Be(30_000);
    }

    [Fact]
    public void The_same_input_gives_the_same_entities_on_many_threads()
    {
        SegmentedText text = SentenceSplitter.Split(GermanTokenizer.Tokenize("Siemens Energy wächst. Siemens freut sich. Christian Klein auch, sagt Klein."));
        ImmutableArray<RecognizedMention> mentions = Mentions(text, "Siemens Energy", "Siemens", "Christian Klein", "Klein");
        var resolver = new EntityResolver();
        string[] results = new string[16];

        Parallel.For(0, results.Length, i => results[i] = string.Join('\n', resolver.Resolve(text, mentions).Select(e => $"{e.Name} {e.Salience} {e.Mentions.Length}")));

        results.Should().OnlyContain(r => r == results[0]);
    }

    private static ImmutableArray<Entity> Resolve(string content, params string[] names)
    {
        SegmentedText text = SentenceSplitter.Split(GermanTokenizer.Tokenize(content));
        return new EntityResolver().Resolve(text, Mentions(text, names));
    }

    private static ImmutableArray<RecognizedMention> Mentions(SegmentedText text, params string[] names)
    {
        var mentions = new SortedDictionary<int, RecognizedMention>();
        foreach (string name in names.OrderByDescending(n => n.Length))
        {
            for (int at = text.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.Text.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                RecognizedMention mention = Mention(text, at, name.Length, char.IsUpper(name[^1]) ? EntityType.Location : EntityType.Organization);
                if (!mentions.Values.Any(m => m.Span.Overlaps(mention.Span)))
                {
                    mentions.Add(at, mention);
                }
            }
        }

        return [.. mentions.Values];
    }

    private static RecognizedMention Mention(SegmentedText text, int start, int length, EntityType type) =>
        new(text.TokenAt(start), text.TokenAt(start + length - 1) + 1, new TextSpan(start, start + length), type, 0.9);
}
