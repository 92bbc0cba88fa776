using System.Collections.Immutable;

namespace TextInsights;

/// <summary>Settings of a <see cref="TextAnalyzer"/>.</summary>
public sealed record TextAnalyzerOptions
{
    /// <summary>Folder of models laid out as <c>models/</c> of the repository; null (the default) takes the models inside the package.</summary>
    public string? ModelsDirectory { get; init; }

    /// <summary>Names of your own that the analyzer shall know; default: none. Where two lists have the same name, the first counts.</summary>
    public ImmutableArray<Gazetteer> Gazetteers { get; init; } = [];

    /// <summary>The gazetteers after a check of every name.</summary>
    internal ImmutableArray<Gazetteer> ValidGazetteers()
    {
        ImmutableArray<Gazetteer> gazetteers = Gazetteers.IsDefault ? [] : Gazetteers;
        for (int list = 0; list < gazetteers.Length; list++)
        {
            ImmutableArray<GazetteerEntry> entries = gazetteers[list].Entries;
            if (entries.IsDefault)
            {
                throw new ArgumentException($"Gazetteers[{list}].Entries is not set.", nameof(Gazetteers));
            }

            for (int i = 0; i < entries.Length; i++)
            {
                if (string.IsNullOrWhiteSpace(entries[i].Name))
                {
                    throw new ArgumentException($"Gazetteers[{list}].Entries[{i}].Name is blank.", nameof(Gazetteers));
                }

                if (!entries[i].Aliases.IsDefault && entries[i].Aliases.Any(string.IsNullOrWhiteSpace))
                {
                    throw new ArgumentException($"Gazetteers[{list}].Entries[{i}].Aliases has a blank name.", nameof(Gazetteers));
                }
            }
        }

        return gazetteers;
    }
}
