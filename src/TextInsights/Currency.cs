using System.Text.Json.Serialization;
using TextInsights.Serialization;

namespace TextInsights;

/// <summary>A currency by its code: ISO 4217, historic codes (DEM, ATS) and the customary codes of crypto currencies (BTC).</summary>
[JsonConverter(typeof(CurrencyJsonConverter))]
public readonly record struct Currency
{
    private readonly string? _code;

    /// <summary>Makes a currency from its code.</summary>
    /// <param name="code">Three to five upper-case ASCII letters, such as <c>EUR</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is no such code.</exception>
    public Currency(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length is < 3 or > 5 || code.AsSpan().ContainsAnyExceptInRange('A', 'Z'))
        {
            throw new ArgumentException($"'{code}' is no currency code: three to five letters A to Z are expected, such as EUR.", nameof(code));
        }

        _code = code;
    }

    /// <summary>The code, such as <c>EUR</c>; <c>XXX</c> (ISO 4217: no currency) for the default value.</summary>
    public string Code => _code ?? "XXX";

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
