using System.Text.Json;
using Microsoft.ML.Tokenizers;
using TextInsights.Features;
using TextInsights.Lexicons;
using TextInsights.Models;

namespace TextInsights.Sentiments;

/// <summary>Cuts words that the lists do not know into parts that German text is made of, by the byte-pair vocabulary of <c>models/tokenizer</c>.</summary>
internal sealed class Subwords
{
    /// <summary>Name of the model folder.</summary>
    public const string Model = "tokenizer";

    /// <summary>Id of the form that words are given in: folded as in <see cref="SentimentLexicon.Fold(ReadOnlySpan{char}, Span{char})"/>.</summary>
    public const string Schema = "tokenizer-1";

    /// <summary>Stands for a letter that the vocabulary does not have.</summary>
    public const string Unknown = "[UNK]";

    private const int Remembered = 1 << 15; // words: four megabytes at most

    private readonly BpeTokenizer _tokenizer;
    private readonly WordCache<int[]> _cut = new(Remembered);

    private Subwords(BpeTokenizer tokenizer) => _tokenizer = tokenizer;

    public static Subwords Load(ModelFolder models)
    {
        ModelManifest manifest = models.ReadManifest(Model, Schema);
        using var vocabulary = new MemoryStream(models.ReadFile(Model, manifest, "vocab.json"));
        using var merges = new MemoryStream(models.ReadFile(Model, manifest, "merges.txt"));
        try
        {
            return new Subwords(BpeTokenizer.Create(vocabulary, merges, preTokenizer: null, normalizer: null, specialTokens: null, unknownToken: Unknown));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or JsonException or FormatException or InvalidDataException or KeyNotFoundException)
        {
            throw new ModelException($"{Model}/vocab.json", $"no byte-pair vocabulary that fits merges.txt ({e.Message}).", e);
        }
    }

    /// <summary>Adds a feature for each part of a folded word.</summary>
    public void Add(ReadOnlySpan<char> word, uint template, float value, FeatureBuffer features)
    {
        // The tokenizer cuts long words anew each time, and German words are long.
        var cut = _cut.Find(word) ?? _cut.Add(word, [.. _tokenizer.EncodeToIds(word, considerPreTokenization: false, considerNormalization: false)]);
        foreach (int id in cut.Value)
        {
            features.Add(FeatureHash.Combine(template, (uint)id), value);
        }
    }
}
