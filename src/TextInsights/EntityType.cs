using System.Text.Json.Serialization;
using TextInsights.Serialization;

namespace TextInsights;

/// <summary>What kind of thing a name stands for.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<EntityType>))]
public enum EntityType
{
    /// <summary>A human being.</summary>
    Person,

    /// <summary>A company, authority, party, club or newspaper.</summary>
    Organization,

    /// <summary>A place, street, station or route.</summary>
    Location,

    /// <summary>A product, brand, work, index or event.</summary>
    Miscellaneous,
}
