using System.Text.Json;
using TextInsights.Amounts;
using TextInsights.Segmentation;

namespace TextInsights.Tests.Amounts;

/// <summary>
/// Specs/Amounts.jsonl: a text, the phenomenon that it stands for, and all amounts in it with start, surface, currency, bounds, qualifier and rate;
/// no amounts: the numbers of the text are no money. <c>currencyAssumed</c> is compared where the line says it.
/// </summary>
public sealed class AmountSpecs
{
    [Fact]
    public void Amounts_are_read_as_the_lines_say()
    {
        var failures = new List<string>();
        int lines = 0, negatives = 0;
        foreach ((int number, string json) in MarkedText.Spec("Amounts"))
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement line = document.RootElement;
            lines++;
            string text = line.GetProperty("text").GetString()!;
            JsonElement[] expected = [.. line.GetProperty("amounts").EnumerateArray()];
            negatives += expected.Length == 0 ? 1 : 0;
            RecognizedAmount[] read = [.. Read(text)];
            string wanted = string.Join("; ", expected.Select(Describe));
            string got = string.Join("; ", read.Select(a => Describe(a, text)));
            bool assumed = expected.Length != read.Length || expected.Zip(read).All(pair =>
                !pair.First.TryGetProperty("currencyAssumed", out JsonElement value) || value.GetBoolean() == pair.Second.CurrencyAssumed);
            if (wanted != got || !assumed)
            {
                failures.Add($"line {number} ({line.GetProperty("phenomenon").GetString()}): {text}\n    expected {wanted}\n    read     {got}{(assumed ? "" : " (currencyAssumed)")}");
            }
        }

        failures.Should().BeEmpty();
        lines.Should().BeGreaterThanOrEqualTo(500);
        negatives.Should().BeGreaterThanOrEqualTo(150);
    }

    internal static IEnumerable<RecognizedAmount> Read(string text) =>
        new AmountRecognizer().Recognize(SentenceSplitter.Split(GermanTokenizer.Tokenize(text)));

    private static string Describe(JsonElement amount) => string.Join(' ',
        amount.GetProperty("start").GetInt32(), $"\"{amount.GetProperty("text").GetString()}\"", amount.GetProperty("currency").GetString() ?? "-",
        Number(amount.GetProperty("minimum")), Number(amount.GetProperty("maximum")), amount.GetProperty("qualifier").GetString(),
        amount.GetProperty("rate").GetString() ?? "-");

    private static string Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? "-" : Number(value.GetDecimal());

    private static string Number(decimal value) => FormattableString.Invariant($"{value:0.##########}");

    private static string Describe(RecognizedAmount amount, string text) => string.Join(' ',
        amount.Span.Start, $"\"{amount.Span.Of(text)}\"", amount.Currency?.Code ?? "-", amount.Minimum is { } low ? Number(low) : "-",
        amount.Maximum is { } high ? Number(high) : "-", JsonNamingPolicy.CamelCase.ConvertName(amount.Qualifier.ToString()),
        amount.Rate is { } rate ? JsonNamingPolicy.CamelCase.ConvertName(rate.ToString()) : "-");
}
