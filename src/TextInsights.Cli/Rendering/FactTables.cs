using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;

namespace TextInsights.Cli.Rendering;

/// <summary>The facts of a document as tables; a table without facts has no rows.</summary>
internal sealed class FactTables(AnalyzedDocument document)
{
    private readonly Dictionary<int, string> _nameOf = document.Entities.DistinctBy(e => e.Id).ToDictionary(e => e.Id, e => e.Name);
    private readonly Dictionary<int, MonetaryAmount> _amountOf = document.Amounts.DistinctBy(a => a.Id).ToDictionary(a => a.Id);

    public Table Entities()
    {
        Table table = WithColumns("Name", "Type", ">Mentions", ">Salience", "Sentiment", "ISIN");
        foreach (Entity entity in document.Entities.OrderByDescending(e => e.Salience ?? -1).ThenBy(e => e.Id))
        {
            table.AddRow(
                new Text(VisibleText.OnOneLine(entity.Name), DocumentView.StyleOf(entity.Type)),
                Cell(Words.Of(entity.Type)),
                Cell(entity.Mentions.Length.ToString(CultureInfo.InvariantCulture)),
                Cell(entity.Salience?.ToString("0.00", CultureInfo.InvariantCulture)),
                new Text(SentimentText.Of(entity.Sentiment), SentimentText.StyleOf(entity.Sentiment)),
                Cell(entity.Isin));
        }

        return table;
    }

    public Table Amounts()
    {
        Table table = WithColumns("Amount", ">Value", "Qualifier", "Role", "Subject");
        foreach (MonetaryAmount amount in document.Amounts)
        {
            table.AddRow(
                Cell(amount.Text),
                Cell(AmountFormat.Value(amount)),
                Cell(Words.Of(amount.Qualifier)),
                Cell(Words.Of(amount.Role)),
                Cell(Name(amount.Subject)));
        }

        return table;
    }

    public Table Valuations()
    {
        Table table = WithColumns("Company", ">Value", "Kind", "Status");
        foreach (Valuation valuation in document.Valuations)
        {
            table.AddRow(
                Cell(Name(valuation.Company)), Cell(Amount(valuation.Amount)), Cell(Words.Of(valuation.Kind)), Cell(Words.Of(valuation.Status)));
        }

        return table;
    }

    public Table Deals(string text)
    {
        Table table = WithColumns("Kind", "Parties", ">Amount", ">Stake", "Status", "Evidence");
        foreach (Deal deal in document.Deals)
        {
            table.AddRow(
                Cell(Words.Of(deal.Kind)),
                Cell(Parties(deal)),
                Cell(Amount(deal.Amount)),
                Cell(deal.StakePercent is { } stake ? $"{stake.ToString("0.##", CultureInfo.InvariantCulture)} %" : null),
                Cell(Words.Of(deal.Status)),
                Cell(deal.Span.Of(text)));
        }

        return table;
    }

    // "A, B → C (seller D)"; parties of one role only stand alone.
    private string Parties(Deal deal)
    {
        string sides = string.Join(" → ", new[] { deal.Buyers, deal.Targets }.Where(s => !s.IsEmpty).Select(Names));
        return deal.Sellers.IsEmpty ? sides : $"{sides} (seller {Names(deal.Sellers)})".TrimStart();
    }

    private string Names(ImmutableArray<int> ids) => string.Join(", ", ids.Select(id => Name(id)));

    private string? Name(int? entity) => entity is { } id ? _nameOf.GetValueOrDefault(id) : null;

    private string? Amount(int? amount) => amount is { } id && _amountOf.TryGetValue(id, out MonetaryAmount? known) ? AmountFormat.Value(known) : null;

    private static Text Cell(ReadOnlySpan<char> text) => new(VisibleText.OnOneLine(text));

    // ">" before a title aligns its column to the right.
    private static Table WithColumns(params string[] titles)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (string title in titles)
        {
            var column = new TableColumn(new Text(title.TrimStart('>'), new Style(decoration: Decoration.Bold)));
            table.AddColumn(title.StartsWith('>') ? column.RightAligned() : column);
        }

        return table;
    }
}
