namespace TextInsights.Training.Tests.Corpora;

public sealed class SilverNamesTests
{
    [Fact]
    public void Names_stand_in_the_lines_that_the_table_numbers_from_zero()
    {
        const string Table = "# source\nline\tnames\n1\t4+7o 21+9ld\n3\t\n4\t0+7oc\n";
        string[] lines = ["Erste Zeile.", "Die Nordzug holt den Hamburger Hafen ab.", "übersprungen", "Nichts.", "Nordzug-Bahnen fahren."];

        var documents = SilverNames.Read(new StringReader(Table), lines);

        documents.Select(d => d.Text).Should().Equal(lines[1], lines[3], lines[4]);
        documents.Select(d => d.Id).Should().OnlyHaveUniqueItems();
        documents[0].Mentions!.Value.Should().Equal(new GoldMention(4, 11, EntityType.Organization, null));
        documents[0].Derived!.Value.Select(d => (documents[0].Text[d.Start..d.End], d.Type)).Should().Equal(("Hamburger", EntityType.Location));
        documents[1].Mentions!.Value.Should().BeEmpty();
        documents[2].Parts!.Value.Should().Equal(new GoldMention(0, 7, EntityType.Organization, null));
        documents.Should().OnlyContain(d => d.Mentions != null && d.Derived != null && d.Parts != null, "what is absent would count as not looked for");
    }

    [Theory]
    [InlineData("line\tnames\n5\t0+3p\n", "*no line 5*")]
    [InlineData("line\tnames\n0\t8+9p\n", "*no '8+9p'*")]
    public void A_table_of_another_text_is_refused(string table, string message)
    {
        Action read = () => SilverNames.Read(new StringReader(table), ["Eine Zeile."]);

        read.Should().Throw<InvalidDataException>().WithMessage(message);
    }

    [Fact]
    public void Without_the_corpora_there_are_none() => SilverNames.Read(new TrainingInput("data")).Should().BeNull();
}
