using System.Collections.Immutable;

namespace TextInsights;

/// <summary>Names of your own that the analyzer shall know; see <see cref="TextAnalyzerOptions.Gazetteers"/>.</summary>
/// <param name="Entries">The things with their names. A hundred thousand load in well under a second.</param>
/// <param name="Use">Whether the names support what the model finds or are matched wherever they stand.</param>
public sealed record Gazetteer(ImmutableArray<GazetteerEntry> Entries, GazetteerUse Use = GazetteerUse.Evidence);

/// <summary>A thing with its names. Names are found in any spelling with capitals ("OPENAI"), with a genitive ending ("OpenAIs") and with declined adjectives ("der Deutschen Bank").</summary>
/// <param name="Name">The name; not blank.</param>
/// <param name="Type">What kind of thing it is.</param>
/// <param name="Aliases">Further names, none of them blank; mentions under any of them make one entity. Default: none.</param>
/// <param name="Identifier">Your own key of the thing, such as an ISIN or LEI; it comes back as <see cref="Entity.Identifier"/>, an ISIN also as <see cref="Entity.Isin"/>. Default: none.</param>
public sealed record GazetteerEntry(string Name, EntityType Type, ImmutableArray<string> Aliases = default, string? Identifier = null);
