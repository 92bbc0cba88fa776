using System.Collections.Immutable;
using TextInsights.Entities;
using TextInsights.Segmentation;

namespace TextInsights.Tests.Entities;

public sealed class GazetteerTests
{
    private const string Lei = "5299000J2N45DDNE4Y28";

    private static readonly ImmutableArray<GazetteerEntry> Entries =
    [
        new("Velteno", EntityType.Organization, ["Velteno Werke", "VTW"], Lei),
        new("lunavik", EntityType.Miscellaneous),
        new("Linde", EntityType.Organization),
        new("Deutsche Hafenbank", EntityType.Organization, Identifier: "DE0007164600"),
        new("Süd-Kontor", EntityType.Organization),
        new("Braun & Marti", EntityType.Organization),
        new("Hegaus", EntityType.Organization),
    ];

    [Theory]
    [InlineData("Gestern stieg Velteno ein.", "Velteno")]
    [InlineData("VELTENO STEIGT EIN", "VELTENO")]
    [InlineData("Veltenos Umsatz wächst.", "Veltenos")]
    [InlineData("Die Velteno-Aktie fällt.", "Velteno")]
    [InlineData("Die Ex-Velteno-Chefin geht.", "Velteno")]
    [InlineData("Die Velteno Werke wachsen.", "Velteno Werke")]
    [InlineData("Beide Lunavik-Läden, aber auch lunavik selbst.", "Lunavik", "lunavik")]
    [InlineData("Unter der linde steht ein Tisch von Linde.", "Linde")]
    [InlineData("Ein Sprecher der Deutschen Hafenbank schwieg.", "Deutschen Hafenbank")]
    [InlineData("Das Süd-Kontor und ein Süd Kontor.", "Süd-Kontor", "Süd Kontor")]
    [InlineData("Die Firma Braun & Marti liefert.", "Braun & Marti")]
    [InlineData("Ein brauner Martin, ein Veltenoer und die Vel teno.")]
    [InlineData("Deutsche. Hafenbank.")]
    public void Listed_names_are_matched_in_any_spelling(string text, params string[] expected) =>
        Apply(GazetteerUse.Match, text).Select(m => m.Span.Of(text).ToString()).Should().Equal(expected);

    [Fact]
    public void Evidence_adds_no_mention_but_corrects_what_is_found()
    {
        const string text = "Velteno kauft die Braun & Marti.";

        Apply(GazetteerUse.Evidence, text).Should().BeEmpty();
        Apply(GazetteerUse.Evidence, text, (18, 23, EntityType.Person)).Should().Equal(
            new RecognizedMention(3, 6, new TextSpan(18, 31), EntityType.Organization, 0.6));
    }

    [Theory]
    [InlineData("Velteno AG", 0, 10, "Velteno AG")]
    [InlineData("Velteno Energie", 0, 15, "Velteno Energie")]
    [InlineData("Rivale Velteno", 0, 14, "Velteno")]
    public void A_longer_name_stands_if_it_begins_with_the_listed_one(string text, int start, int end, string expected) =>
        Apply(GazetteerUse.Match, text, (start, end, EntityType.Organization)).Select(m => m.Span.Of(text).ToString()).Should().Equal(expected);

    [Fact]
    public void Mentions_beside_listed_names_stay()
    {
        const string text = "Hegau und Velteno und Zirna.";

        Apply(GazetteerUse.Match, text, (0, 5, EntityType.Organization), (22, 27, EntityType.Person)).Select(m => m.Span.Of(text).ToString())
            .Should().Equal("Hegau", "Velteno", "Zirna");
    }

    [Fact]
    public void Aliases_make_one_entity_with_the_users_identifier()
    {
        ImmutableArray<Entity> entities = Resolve("Velteno wächst. Bei VTW freut man sich, bei der Deutschen Hafenbank auch.");

        entities.Select(e => (e.Name, e.Identifier, e.Isin, e.Mentions.Length)).Should().Equal(
            ("Velteno", Lei, null, 2), ("Deutsche Hafenbank", "DE0007164600", "DE0007164600", 1));
    }

    [Fact]
    public void A_listed_name_in_s_keeps_it() => Resolve("Hegaus Umsatz wächst.").Select(e => e.Name).Should().Equal("Hegaus");

    [Fact]
    public void The_identifier_stands_in_the_json_only_if_there_is_one()
    {
        string json = new AnalyzedDocument(null, [], Resolve("Velteno und Linde."), [], [], [], new Sentiment(SentimentLabel.Neutral, 0, 0)).ToJson();

        json.Should().Contain($"\"identifier\":\"{Lei}\"");
        json.Split("\"identifier\"").Should().HaveCount(2);
        AnalyzedDocument.FromJson(json).Entities[0].Identifier.Should().Be(Lei);
    }

    [Fact]
    public void A_hundred_thousand_names_are_no_trouble()
    {
        var list = new ListedNames([new Gazetteer([.. Enumerable.Range(0, 100_000).Select(i => new GazetteerEntry($"Firma{i} Werke", EntityType.Organization, [$"FW{i}"], $"id{i}"))], GazetteerUse.Match)]);
        const string text = "Die Firma99999 Werke und FW7.";
        SegmentedText segments = SentenceSplitter.Split(GermanTokenizer.Tokenize(text));

        new EntityResolver(new KnownNames(list)).Resolve(segments, new GazetteerMatcher(list).Apply(segments, []))
            .Select(e => e.Identifier).Should().Equal("id99999", "id7");
    }

    [Theory]
    [InlineData(" ", "Gazetteers[0].Entries[0].Name is blank.*")]
    [InlineData("Hegau", "Gazetteers[0].Entries[0].Aliases has a blank name.*")]
    public void A_blank_name_is_an_error_that_says_where(string name, string message)
    {
        var options = new TextAnalyzerOptions { Gazetteers = [new Gazetteer([new GazetteerEntry(name, EntityType.Person, [""])])] };

        options.Invoking(o => o.ValidGazetteers()).Should().Throw<ArgumentException>().WithMessage(message);
    }

    private static ImmutableArray<RecognizedMention> Apply(GazetteerUse use, string text, params (int Start, int End, EntityType Type)[] found)
    {
        SegmentedText segments = SentenceSplitter.Split(GermanTokenizer.Tokenize(text));
        return new GazetteerMatcher(new ListedNames([new Gazetteer(Entries, use)])).Apply(segments,
            [.. found.Select(f => new RecognizedMention(segments.TokenAt(f.Start), segments.TokenAt(f.End - 1) + 1, new TextSpan(f.Start, f.End), f.Type, 0.6))]);
    }

    private static ImmutableArray<Entity> Resolve(string text)
    {
        var lists = new ListedNames([new Gazetteer(Entries, GazetteerUse.Match)]);
        SegmentedText segments = SentenceSplitter.Split(GermanTokenizer.Tokenize(text));
        return new EntityResolver(new KnownNames(lists)).Resolve(segments, new GazetteerMatcher(lists).Apply(segments, []));
    }
}
