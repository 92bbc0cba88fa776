using Spectre.Console;
using TextInsights.Rendering;

namespace TextInsights.Cli.Rendering;

/// <summary>Shows a document to people: the article with its markings, then a table per kind of fact.</summary>
internal sealed class DocumentView(IAnsiConsole console)
{
    private static readonly Style HeadingStyle = new(decoration: Decoration.Bold);
    public static readonly Style FaintStyle = new(Color.Grey, decoration: Decoration.Dim);
    private static readonly Style AmountStyle = new(Color.Yellow, decoration: Decoration.Bold | Decoration.Underline);

    public void Show(string text, AnalyzedDocument document)
    {
        console.Write(new Rule(Markup.Escape(VisibleText.OnOneLine(document.Id ?? ""))).LeftJustified().RuleStyle(FaintStyle));
        ShowBlock(Article(text.TrimEnd(), document));
        if (console.Profile.Capabilities.Ansi)
        {
            ShowBlock(Legend());
        }

        var facts = new FactTables(document);
        ShowTable("Entities", facts.Entities());
        ShowTable("Amounts", facts.Amounts());
        ShowTable("Valuations", facts.Valuations());
        ShowTable("Deals", facts.Deals(text), separated: true);
        ShowBlock(new Paragraph("Sentiment: ", HeadingStyle).Append(SentimentText.Of(document.Sentiment), StyleOf(document.Sentiment)));
    }

    private static Paragraph Article(string text, AnalyzedDocument document)
    {
        var article = new Paragraph();
        foreach (MarkedSegment segment in MarkedText.Segments(text, document))
        {
            SentenceKind? kind = segment.Sentence is { } sentence ? document.Sentences[sentence].Kind : null;
            article.Append(VisibleText.Of(segment.Span.Of(text)), StyleOf(segment, kind));
        }

        return article;
    }

    private static Style StyleOf(MarkedSegment segment, SentenceKind? kind)
    {
        Style style = segment switch
        {
            _ when kind == SentenceKind.Advertisement => FaintStyle,
            { Amount: not null } => AmountStyle,
            { Entity: { } entity } => StyleOf(entity.Type),
            _ => Style.Plain,
        };
        return kind == SentenceKind.Heading ? style.Combine(HeadingStyle) : style;
    }

    public static Style StyleOf(EntityType type) => new(type switch
    {
        EntityType.Person => Color.Fuchsia,
        EntityType.Organization => Color.Aqua,
        EntityType.Location => Color.Lime,
        _ => Color.Blue,
    });

    public static Style StyleOf(Sentiment? sentiment) => sentiment?.Label switch
    {
        SentimentLabel.Positive => new Style(Color.Green),
        SentimentLabel.Negative => new Style(Color.Red),
        _ => Style.Plain,
    };

    private static Paragraph Legend() => new Paragraph()
        .Append("person", StyleOf(EntityType.Person)).Append("  ")
        .Append("organization", StyleOf(EntityType.Organization)).Append("  ")
        .Append("location", StyleOf(EntityType.Location)).Append("  ")
        .Append("miscellaneous", StyleOf(EntityType.Miscellaneous)).Append("  ")
        .Append("amount", AmountStyle).Append("  ")
        .Append("heading", HeadingStyle).Append("  ")
        .Append("advertisement", FaintStyle);

    private void ShowTable(string title, FactTable table, bool separated = false)
    {
        if (!table.IsEmpty)
        {
            console.Write(new Text(title, HeadingStyle));
            console.WriteLine();
            console.Write(table.Render(console.Profile.Width, separated));
            console.WriteLine();
        }
    }

    private void ShowBlock(Paragraph paragraph)
    {
        console.Write(paragraph);
        console.WriteLine();
        console.WriteLine();
    }
}
