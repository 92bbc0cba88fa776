using System.Text.Json.Serialization;

namespace TextInsights;

/// <summary>One place in the text where an entity is named.</summary>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset behind the last UTF-16 code unit.</param>
/// <param name="Text">The name as it stands, a genitive ending included ("NVIDIAs").</param>
/// <param name="Confidence">Probability in [0, 1] that this is a name of the entity's type.</param>
public sealed record Mention(int Start, int End, string Text, double Confidence)
{
    /// <summary>Start and end as one value.</summary>
    [JsonIgnore]
    public TextSpan Span => new(Start, End);
}
