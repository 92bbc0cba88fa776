using System.Globalization;
using TextInsights.Cli.Input;
using TextInsights.Rendering;

namespace TextInsights.Cli.Output;

/// <summary>One fact a row for spreadsheets: entities, amounts, valuations, deals and the document's sentiment share one set of columns (RFC 4180).</summary>
internal sealed class CsvWriter : IDocumentWriter
{
    private static readonly string[] Columns =
    [
        "document", "fact", "kind", "name", "buyers", "targets", "sellers", "minimum", "maximum", "currency", "qualifier", "rate",
        "stakePercent", "status", "sentiment", "score", "confidence", "text",
    ];

    private readonly StreamWriter _output;

    public CsvWriter(Stream output)
    {
        _output = new StreamWriter(output) { NewLine = "\r\n" };
        _output.WriteLine(string.Join(',', Columns));
    }

    public void Write(InputDocument input, AnalyzedDocument document)
    {
        var facts = new FactLookup(document);
        foreach (Entity entity in document.Entities)
        {
            Write(new Row(document.Id, "entity", entity.Type)
            {
                Name = entity.Name,
                Sentiment = entity.Sentiment,
                Confidence = entity.Sentiment?.Confidence,
            });
        }

        foreach (MonetaryAmount amount in document.Amounts)
        {
            Write(new Row(document.Id, "amount", amount.Role)
            {
                Name = facts.Name(amount.Subject),
                Amount = amount,
                Confidence = amount.Confidence,
                Text = amount.Text,
            });
        }

        foreach (Valuation valuation in document.Valuations)
        {
            Write(new Row(document.Id, "valuation", valuation.Kind)
            {
                Name = facts.Name(valuation.Company),
                Amount = facts.Amount(valuation.Amount),
                Status = valuation.Status,
                Confidence = valuation.Confidence,
                Text = valuation.Span.Of(input.Text).ToString(),
            });
        }

        foreach (Deal deal in document.Deals)
        {
            Write(new Row(document.Id, "deal", deal.Kind)
            {
                Buyers = facts.Names(deal.Buyers, "; "),
                Targets = facts.Names(deal.Targets, "; "),
                Sellers = facts.Names(deal.Sellers, "; "),
                Amount = facts.Amount(deal.Amount),
                StakePercent = deal.StakePercent,
                Status = deal.Status,
                Confidence = deal.Confidence,
                Text = deal.Span.Of(input.Text).ToString(),
            });
        }

        Write(new Row(document.Id, "sentiment", null) { Sentiment = document.Sentiment, Confidence = document.Sentiment.Confidence });
        _output.Flush();
    }

    public void End() => _output.Flush();

    private void Write(Row row) => _output.WriteLine(string.Join(',', row.Cells().Select(Cell)));

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        // A spreadsheet would take this for a formula, and the text may come from anybody.
        string safe = text[0] is '=' or '+' or '@' or '\t' || (text[0] == '-' && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private sealed record Row(string? Document, string Fact, Enum? Kind)
    {
        public string? Name { get; init; }

        public string? Buyers { get; init; }

        public string? Targets { get; init; }

        public string? Sellers { get; init; }

        public MonetaryAmount? Amount { get; init; }

        public decimal? StakePercent { get; init; }

        public Enum? Status { get; init; }

        public Sentiment? Sentiment { get; init; }

        public double? Confidence { get; init; }

        public string? Text { get; init; }

        public IEnumerable<string?> Cells() =>
        [
            Document, Fact, Word(Kind), Name, Buyers, Targets, Sellers,
            Number(Amount?.Minimum), Number(Amount?.Maximum), Amount?.Currency?.Code, Word(Amount?.Qualifier), Word(Amount?.Rate),
            Number(StakePercent), Word(Status), Word(Sentiment?.Label), Number(Sentiment?.Score), Number(Confidence), Text,
        ];

        private static string? Number(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);

        private static string? Word(Enum? value) => value is null ? null : Words.CamelCase(value);
    }
}
