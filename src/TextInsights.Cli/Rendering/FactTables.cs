using System.Globalization;
using TextInsights.Rendering;

namespace TextInsights.Cli.Rendering;

/// <summary>The facts of a document as tables.</summary>
internal sealed class FactTables(AnalyzedDocument document)
{
    private readonly FactLookup _lookup = new(document);

    public FactTable Entities()
    {
        var table = new FactTable("Name", "Type", ">Named", ">Salience", ">Sentiment", "ISIN");
        foreach (Entity entity in document.Entities.OrderByDescending(e => e.Salience ?? -1).ThenBy(e => e.Id))
        {
            table.Add(
                (entity.Name, DocumentView.StyleOf(entity.Type)),
                (Words.Of(entity.Type), null),
                (entity.Mentions.Length.ToString(CultureInfo.InvariantCulture), null),
                (entity.Salience?.ToString("0.00", CultureInfo.InvariantCulture), null),
                (SentimentText.Short(entity.Sentiment), DocumentView.StyleOf(entity.Sentiment)),
                (entity.Isin, null));
        }

        return table;
    }

    public FactTable Amounts()
    {
        var table = new FactTable("Amount", ">Value", "Qualifier", "Role", "Subject");
        foreach (MonetaryAmount amount in document.Amounts)
        {
            table.Add(
                (amount.Text, null),
                (AmountFormat.Value(amount), null),
                (Words.Of(amount.Qualifier), null),
                (Words.Of(amount.Role), null),
                (_lookup.Name(amount.Subject), null));
        }

        return table;
    }

    public FactTable Valuations()
    {
        var table = new FactTable("Company", ">Value", "Kind", "Status");
        foreach (Valuation valuation in document.Valuations)
        {
            table.Add(
                (_lookup.Name(valuation.Company), null), (Value(valuation.Amount), null), (Words.Of(valuation.Kind), null), (Words.Of(valuation.Status), null));
        }

        return table;
    }

    /// <summary>Deals, each with its evidence below the parties.</summary>
    public FactTable Deals(string text)
    {
        var table = new FactTable("Parties and evidence", "Kind", "Status", ">Amount", ">Stake");
        foreach (Deal deal in document.Deals)
        {
            table.Add(
                ($"{Parties(deal)}\n{VisibleText.OnOneLine(deal.Span.Of(text))}", null),
                (Words.Of(deal.Kind), null),
                (Words.Of(deal.Status), null),
                (Value(deal.Amount), null),
                (deal.StakePercent is { } stake ? $"{stake.ToString("0.##", CultureInfo.InvariantCulture)} %" : null, null));
        }

        return table;
    }

    // "A, B → C (seller D)"; parties of one role only stand alone.
    private string Parties(Deal deal)
    {
        string sides = string.Join(" → ", new[] { deal.Buyers, deal.Targets }.Where(s => !s.IsEmpty).Select(s => _lookup.Names(s)));
        return deal.Sellers.IsEmpty ? sides : $"{sides} (seller {_lookup.Names(deal.Sellers)})".TrimStart();
    }

    private string? Value(int? amount) => _lookup.Amount(amount) is { } known ? AmountFormat.Value(known) : null;
}
