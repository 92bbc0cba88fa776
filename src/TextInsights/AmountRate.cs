using System.Text.Json.Serialization;
using TextInsights.Serialization;

namespace TextInsights;

/// <summary>What an amount is per, where the text states a rate ("je Aktie", "pro Jahr").</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AmountRate>))]
public enum AmountRate
{
    /// <summary>Per share.</summary>
    Share,

    /// <summary>Per year.</summary>
    Year,

    /// <summary>Per month.</summary>
    Month,

    /// <summary>Per week.</summary>
    Week,

    /// <summary>Per day.</summary>
    Day,

    /// <summary>Per night.</summary>
    Night,

    /// <summary>Per hour.</summary>
    Hour,

    /// <summary>Per minute.</summary>
    Minute,

    /// <summary>Per person.</summary>
    Person,

    /// <summary>Per household.</summary>
    Household,

    /// <summary>Per piece.</summary>
    Unit,

    /// <summary>Per kilogram.</summary>
    Kilo,

    /// <summary>Per tonne.</summary>
    Tonne,

    /// <summary>Per troy ounce.</summary>
    Ounce,

    /// <summary>Per litre.</summary>
    Litre,

    /// <summary>Per cubic metre.</summary>
    CubicMetre,

    /// <summary>Per barrel (159 litres).</summary>
    Barrel,

    /// <summary>Per square metre.</summary>
    SquareMetre,

    /// <summary>Per hectare.</summary>
    Hectare,

    /// <summary>Per kilometre.</summary>
    Kilometre,

    /// <summary>Per kilowatt hour.</summary>
    KilowattHour,

    /// <summary>Per megawatt hour.</summary>
    MegawattHour,

    /// <summary>Per something else.</summary>
    Other,
}
