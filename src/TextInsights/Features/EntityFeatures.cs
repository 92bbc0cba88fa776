namespace TextInsights.Features;

/// <summary>
/// The features of a token for name recognition, the one extractor that training and inference share. Hashes of templates
/// and values are combined arithmetically out of <see cref="TokenAtoms"/>; no text is touched here.
/// </summary>
internal static class EntityFeatures
{
    /// <summary>Changes with every change of the features; a model made for another schema is refused.</summary>
    public const string Schema = "entities-1";

    /// <summary>Tokens that a window reaches to each side; sentences are padded with as many boundaries.</summary>
    public const int Reach = 2;

    /// <summary>No token has more features.</summary>
    public const int Most = 96;

    /// <summary>Writes the hashes of all features of <paramref name="tokens"/>[<paramref name="i"/>] and returns their number.</summary>
    public static int Fill(ReadOnlySpan<TokenAtoms> tokens, int i, Span<uint> hashes)
    {
        var writer = new HashWriter(hashes);
        ref readonly TokenAtoms here = ref tokens[i];
        ref readonly TokenAtoms before = ref tokens[i - 1];
        ref readonly TokenAtoms after = ref tokens[i + 1];
        ref readonly TokenAtoms before2 = ref tokens[i - 2];
        ref readonly TokenAtoms after2 = ref tokens[i + 2];

        writer.Add(1, here.Word);
        writer.Add(2, before.Word);
        writer.Add(3, after.Word);
        writer.Add(4, before2.Word);
        writer.Add(5, after2.Word);
        writer.Add(6, before.Word, here.Word);
        writer.Add(7, here.Word, after.Word);
        writer.Add(8, before.Word, after.Word);
        writer.Add(9, here.Lower);
        writer.Add(10, before.Lower);
        writer.Add(11, after.Lower);
        writer.Add(12, here.Shape);
        writer.Add(13, before.Shape);
        writer.Add(14, after.Shape);
        writer.Add(15, before.Shape, here.Shape);
        writer.Add(16, here.Shape, after.Shape);
        uint forms = (uint)before.Form | ((uint)here.Form << 4) | ((uint)after.Form << 8);
        writer.Add(17, forms);
        writer.Add(18, forms | ((uint)before2.Form << 12));
        writer.Add(19, forms | ((uint)after2.Form << 12));
        for (int n = 0; n < 5; n++)
        {
            writer.Add(20 + (uint)n, here.Prefixes[n]);
            writer.Add(25 + (uint)n, here.Suffixes[n]);
        }

        writer.Add(30, before.Suffixes[2]);
        writer.Add(31, after.Suffixes[2]);
        writer.Add(32, before.Prefixes[2]);
        writer.Add(33, after.Prefixes[2]);
        writer.Add(34, here.Suffixes[2], (uint)here.Form);
        writer.Add(35, here.Head);
        writer.Add(36, here.Tail);
        writer.Add(37, here.Shape, before.Lower);
        writer.Add(38, here.Shape, after.Lower);
        return writer.Count;
    }

    /// <summary>The same features as a vector, for ML.NET.</summary>
    public static void Fill(ReadOnlySpan<TokenAtoms> tokens, int i, FeatureBuffer features)
    {
        Span<uint> hashes = stackalloc uint[Most];
        features.Clear();
        foreach (uint hash in hashes[..Fill(tokens, i, hashes)])
        {
            features.Add(hash);
        }
    }

    private ref struct HashWriter(Span<uint> hashes)
    {
        private readonly Span<uint> _hashes = hashes;

        public int Count { get; private set; }

        // A value of 0 means "there is none".
        public void Add(uint template, uint value)
        {
            if (value != 0)
            {
                _hashes[Count++] = FeatureHash.Combine(template, value);
            }
        }

        public void Add(uint template, uint first, uint second) => Add(template, FeatureHash.Combine(first, second));
    }
}
