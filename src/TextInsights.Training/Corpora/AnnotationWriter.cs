using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TextInsights.Training;

/// <summary>Writes an annotated document as the line that <see cref="AnnotationReader"/> reads, with the text of every span for the people who correct it.</summary>
internal static class AnnotationWriter
{
    // People read and edit the lines: "ä" shall stay "ä".
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(AnnotatedDocument document)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("id", document.Id);
            json.WriteString("text", document.Text);
            Number(json, "start", document.Start);
            Number(json, "end", document.End);
            List(json, "mentions", document.Mentions, m => Mention(json, document.Text, m));
            List(json, "ignored", document.Ignored, s => Span(json, document.Text, s.Start, s.End));
            List(json, "derived", document.Derived, m => Mention(json, document.Text, m));
            List(json, "parts", document.Parts, m => Mention(json, document.Text, m));
            List(json, "amounts", document.Amounts, a => Amount(json, document.Text, a));
            List(json, "valuations", document.Valuations, v => Valuation(json, v));
            List(json, "deals", document.Deals, d => Deal(json, d));
            Word(json, "sentiment", document.Sentiment);
            List(json, "entitySentiments", document.EntitySentiments, s =>
            {
                json.WriteString("entity", s.Entity);
                json.WriteString("sentiment", CamelCase(s.Sentiment));
            });
            Pairs(json, "headings", document.Headings);
            Pairs(json, "advertisements", document.Advertisements);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Mention(Utf8JsonWriter json, string text, GoldMention mention)
    {
        Span(json, text, mention.Start, mention.End);
        json.WriteString("type", CamelCase(mention.Type));
        if (mention.Name is { } name)
        {
            json.WriteString("name", name);
        }
    }

    private static void Amount(Utf8JsonWriter json, string text, GoldAmount amount)
    {
        Span(json, text, amount.Start, amount.End);
        json.WriteString("currency", amount.Currency?.Code);
        Number(json, "minimum", amount.Minimum, always: true);
        Number(json, "maximum", amount.Maximum, always: true);
        json.WriteString("qualifier", CamelCase(amount.Qualifier));
        json.WriteString("role", CamelCase(amount.Role));
        json.WriteString("rate", amount.Rate is { } rate ? CamelCase(rate) : null);
        if (amount.SubjectAnnotated)
        {
            json.WriteString("subject", amount.Subject);
        }
    }

    private static void Valuation(Utf8JsonWriter json, GoldValuation valuation)
    {
        json.WriteString("company", valuation.Company);
        json.WriteNumber("amount", valuation.Amount);
        json.WriteString("kind", CamelCase(valuation.Kind));
        json.WriteString("status", CamelCase(valuation.Status));
    }

    private static void Deal(Utf8JsonWriter json, GoldDeal deal)
    {
        json.WriteString("kind", CamelCase(deal.Kind));
        foreach ((string role, ImmutableArray<string> names) in new[] { ("buyers", deal.Buyers), ("targets", deal.Targets), ("sellers", deal.Sellers) })
        {
            json.WriteStartArray(role);
            foreach (string name in names)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }

        Number(json, "amount", deal.Amount, always: true);
        Number(json, "stakePercent", deal.StakePercent, always: true);
        json.WriteString("status", CamelCase(deal.Status));
        if (deal.Evidence is { } evidence)
        {
            json.WriteString("evidence", evidence);
        }
    }

    // Start and end, and for people what stands there.
    private static void Span(Utf8JsonWriter json, string text, int start, int end)
    {
        json.WriteNumber("start", start);
        json.WriteNumber("end", end);
        json.WriteString("text", text.AsSpan(start, end - start));
    }

    private static void Pairs(Utf8JsonWriter json, string name, ImmutableArray<ImmutableArray<int>>? pairs)
    {
        if (pairs is { } list)
        {
            json.WriteStartArray(name);
            foreach (ImmutableArray<int> pair in list)
            {
                json.WriteStartArray();
                json.WriteNumberValue(pair[0]);
                json.WriteNumberValue(pair[1]);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }
    }

    private static void List<T>(Utf8JsonWriter json, string name, ImmutableArray<T>? items, Action<T> write)
    {
        if (items is { } list)
        {
            json.WriteStartArray(name);
            foreach (T item in list)
            {
                json.WriteStartObject();
                write(item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value, bool always = false)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else if (always)
        {
            json.WriteNull(name);
        }
    }

    private static void Word<T>(Utf8JsonWriter json, string name, T? value)
        where T : struct, Enum
    {
        if (value is { } word)
        {
            json.WriteString(name, CamelCase(word));
        }
    }

    private static string CamelCase<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
