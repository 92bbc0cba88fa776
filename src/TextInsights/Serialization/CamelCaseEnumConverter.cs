using System.Text.Json;
using System.Text.Json.Serialization;

namespace TextInsights.Serialization;

/// <summary>Enums are camelCase strings in JSON; numbers are refused, so that a renumbered enum can't be misread.</summary>
internal sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
