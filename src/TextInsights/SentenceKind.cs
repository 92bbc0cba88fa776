using System.Text.Json.Serialization;
using TextInsights.Serialization;

namespace TextInsights;

/// <summary>What part of an article a sentence belongs to.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SentenceKind>))]
public enum SentenceKind
{
    /// <summary>Running text of the article.</summary>
    Body,

    /// <summary>Title or intermediate heading.</summary>
    Heading,

    /// <summary>Promotion that is no part of the article: newsletter, free e-book, webinar, subscription, affiliate hint.</summary>
    Advertisement,
}
