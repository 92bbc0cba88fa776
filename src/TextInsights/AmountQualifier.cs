using System.Text.Json.Serialization;
using TextInsights.Serialization;

namespace TextInsights;

/// <summary>How exactly the text states an amount. It decides which bounds are known.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AmountQualifier>))]
public enum AmountQualifier
{
    /// <summary>As it stands; minimum and maximum are equal.</summary>
    Exact,

    /// <summary>"rund", "etwa", "ca.", "gut", "ungefähr"; minimum and maximum are equal.</summary>
    Approximately,

    /// <summary>"knapp", "fast", "beinahe"; minimum and maximum are equal.</summary>
    Almost,

    /// <summary>"mehr als", "über"; no maximum.</summary>
    MoreThan,

    /// <summary>"mindestens", "ab", "nicht unter"; no maximum.</summary>
    AtLeast,

    /// <summary>"weniger als", "unter", "nicht einmal"; no minimum.</summary>
    LessThan,

    /// <summary>"bis zu", "höchstens", "maximal", "nicht mehr als"; no minimum.</summary>
    AtMost,

    /// <summary>"20 bis 30", "zwischen 20 und 30"; both bounds as stated.</summary>
    Range,

    /// <summary>A vague size such as "Millionenhöhe" or "zweistelliger Millionenbetrag"; both bounds as the words allow.</summary>
    Magnitude,
}
