namespace TextInsights.Features;

/// <summary>
/// The features of a token for name recognition, the one extractor that training and inference share. Hashes of templates
/// and values are combined arithmetically out of <see cref="TokenAtoms"/>; no text is touched here.
/// </summary>
internal static class EntityFeatures
{
    /// <summary>Changes with every change of the features; a model made for another schema is refused.</summary>
    public const string Schema = "entities-4";

    /// <summary>Tokens that a window reaches to each side; sentences are padded with as many boundaries.</summary>
    public const int Reach = 2;

    /// <summary>Tokens of a window: the token itself stands in the middle.</summary>
    public const int Window = (2 * Reach) + 1;

    /// <summary>No token has more features.</summary>
    public const int Most = 168;

    /// <summary>Writes the hashes of all features of the token at position <paramref name="i"/> and returns their number.</summary>
    public static int Fill(DocumentAtoms document, int i, Span<uint> hashes)
    {
        var writer = new HashWriter(hashes);
        for (int place = 0; place < Window; place++)
        {
            EntityWordFeatures.Add(ref writer, document.Atoms[i - Reach + place], place, document.Genre);
        }

        AddContext(ref writer, document, i);
        return writer.Count;
    }

    /// <summary>Those among them that no single word of the window gives by itself: see <see cref="EntityWordFeatures"/>.</summary>
    public static int FillContext(DocumentAtoms document, int i, Span<uint> hashes)
    {
        var writer = new HashWriter(hashes);
        AddContext(ref writer, document, i);
        return writer.Count;
    }

    /// <summary>
    /// The features that do not tell which word the token is: what its surroundings alone say. With them the kinds of words in
    /// running text are counted.
    /// </summary>
    public static int FillSurroundings(DocumentAtoms document, int i, Span<uint> hashes)
    {
        ReadOnlySpan<TokenAtoms> tokens = document.Atoms;
        var writer = new HashWriter(hashes);
        ref readonly TokenAtoms before = ref tokens[i - 1];
        ref readonly TokenAtoms after = ref tokens[i + 1];
        ref readonly TokenAtoms before2 = ref tokens[i - 2];
        ref readonly TokenAtoms after2 = ref tokens[i + 2];
        uint form = (uint)tokens[i].Form;
        uint forms = (uint)before.Form | (form << 4) | ((uint)after.Form << 8);
        writer.Add(2, before.Word);
        writer.Add(3, after.Word);
        writer.Add(4, before2.Word);
        writer.Add(5, after2.Word);
        writer.Add(8, before.Word, after.Word);
        writer.Add(10, before.Lower, form);
        writer.Add(11, after.Lower, form);
        writer.Add(17, forms);
        writer.Add(18, forms | ((uint)before2.Form << 12));
        writer.Add(19, forms | ((uint)after2.Form << 12));
        writer.Add(30, before.Suffixes[2]);
        writer.Add(31, after.Suffixes[2]);
        writer.Add(32, before2.Lower, before.Lower);
        writer.Add(33, after.Lower, after2.Lower);
        for (int k = -2; k <= 2; k++)
        {
            if (k != 0)
            {
                uint place = 50 + (3 * (uint)(k + 2));
                writer.Add(place, tokens[i + k].Words.Fine, form);
                writer.Add(place + 1, tokens[i + k].Words.Middle, form);
                writer.Add(place + 2, tokens[i + k].Words.Coarse, form);
            }
        }

        writer.AddPair(45, before.Words.Middle, after.Words.Middle);
        writer.Add(88, before.Lists, form);
        writer.Add(89, after.Lists, form);
        return writer.Count;
    }

    private static void AddContext(ref HashWriter writer, DocumentAtoms document, int i)
    {
        ReadOnlySpan<TokenAtoms> window = document.Atoms.Slice(i - Reach, Window);
        AddWords(ref writer, window, document.Genre);
        AddGroups(ref writer, window);
        AddLists(ref writer, window);
        AddNouns(ref writer, window);
        AddPlaces(ref writer, window[Reach], document.Genre);
        AddElsewhere(ref writer, document, i);
    }

    // Neighbouring words and their spelling.
    private static void AddWords(ref HashWriter writer, ReadOnlySpan<TokenAtoms> window, uint genre)
    {
        ref readonly TokenAtoms before2 = ref window[0], before = ref window[1], here = ref window[2], after = ref window[3], after2 = ref window[4];
        writer.Add(6, before.Word, here.Word);
        writer.Add(7, here.Word, after.Word);
        writer.Add(8, before.Word, after.Word);
        writer.Add(15, before.Shape, here.Shape);
        writer.Add(16, here.Shape, after.Shape);
        uint forms = Forms(window);
        writer.Add(17, forms);
        writer.Add(18, forms | ((uint)before2.Form << 12));
        writer.Add(19, forms | ((uint)after2.Form << 12));
        writer.Add(37, here.Shape, before.Lower);
        writer.Add(38, here.Shape, after.Lower);
        writer.Add(73, genre, forms);
        writer.Add(121, before2.Lower, before.Lower);
        writer.Add(122, after.Lower, after2.Lower);
    }

    // What running text says about them together.
    private static void AddGroups(ref HashWriter writer, ReadOnlySpan<TokenAtoms> window)
    {
        ref readonly TokenAtoms before = ref window[1], here = ref window[2], after = ref window[3];
        writer.AddPair(43, before.Words.Middle, here.Words.Middle);
        writer.AddPair(44, here.Words.Middle, after.Words.Middle);
        writer.AddPair(45, before.Words.Middle, after.Words.Middle);
        writer.AddPair(46, before.Words.Fine, here.Words.Fine);
        writer.AddPair(47, here.Words.Fine, after.Words.Fine);
        writer.AddPair(113, before.Words.Kind, here.Words.Kind);
        writer.AddPair(114, here.Words.Kind, after.Words.Kind);
        writer.Add(140, FeatureHash.Combine(before.Words.Kind, here.Words.Kind), after.Words.Kind);
        writer.Add(141, here.Words.Kind, before.Lower);
        writer.Add(142, here.Words.Kind, after.Lower);
    }

    private static void AddLists(ref HashWriter writer, ReadOnlySpan<TokenAtoms> window)
    {
        ref readonly TokenAtoms before = ref window[1], here = ref window[2], after = ref window[3];
        AddEachList(ref writer, here.Lists);
        writer.Add(87, here.Lists);
        writer.Add(88, before.Lists);
        writer.Add(89, after.Lists);
        writer.AddPair(90, before.Lists, here.Lists);
        writer.AddPair(91, here.Lists, after.Lists);
        writer.AddPair(92, here.Lists, here.Words.Middle);
        writer.Add(143, here.Words.Kind, here.Lists + 1);
    }

    // Where a noun tells that an organisation's name follows, or that the word itself is the end of one.
    private static void AddNouns(ref HashWriter writer, ReadOnlySpan<TokenAtoms> window)
    {
        ref readonly TokenAtoms before2 = ref window[0], before = ref window[1], here = ref window[2], after = ref window[3];
        if (before2.Noun != 0)
        {
            writer.Add(150, before2.Noun, (uint)before.Form | ((uint)here.Form << 4));
        }

        if (before.Noun != 0)
        {
            writer.Add(151, before.Noun);
            writer.Add(152, before.Noun, (uint)here.Form | ((uint)after.Form << 4));
            writer.Add(153, before.Noun, here.Words.Kind);
            writer.Add(154, before.Noun, before2.Lower);
            writer.Add(155, before.Noun, FeatureHash.Combine((uint)before2.Form, here.Words.Coarse));
        }

        if (here.Noun != 0)
        {
            writer.Add(156, here.Noun, (uint)before.Form | ((uint)after.Form << 4));
            writer.Add(157, here.Noun, after.Words.Kind);
            writer.Add(158, here.Noun, before.Lower);
            writer.Add(159, here.Noun, before.Words.Kind);
        }
    }

    private static void AddPlaces(ref HashWriter writer, in TokenAtoms here, uint genre)
    {
        writer.Add(119, here.Place + 1u, (uint)here.Form);
        writer.Add(120, here.Place + 1u, genre);
    }

    private static uint Forms(ReadOnlySpan<TokenAtoms> window) => (uint)window[1].Form | ((uint)window[2].Form << 4) | ((uint)window[3].Form << 8);

    // The surroundings of the same word elsewhere in the text, two places to each side at most.
    private static void AddElsewhere(ref HashWriter writer, DocumentAtoms document, int i)
    {
        int place = document.Earlier(i);
        for (int n = 0; n < 2 && place != 0; n++, place = document.Earlier(place))
        {
            AddPlace(ref writer, document.Atoms, place);
        }

        place = document.Later(i);
        for (int n = 0; n < 2 && place != 0; n++, place = document.Later(place))
        {
            AddPlace(ref writer, document.Atoms, place);
        }
    }

    private static void AddPlace(ref HashWriter writer, ReadOnlySpan<TokenAtoms> tokens, int place)
    {
        writer.Add(100, tokens[place - 1].Lower);
        writer.Add(101, tokens[place + 1].Lower);
        writer.Add(102, tokens[place - 1].Lists);
        writer.Add(103, tokens[place + 1].Lists);
        writer.Add(104, tokens[place - 1].Words.Middle);
        writer.Add(105, tokens[place + 1].Words.Middle);
        writer.Add(106, tokens[place].Tail);
        writer.Add(107, (uint)tokens[place - 1].Form, (uint)tokens[place + 1].Form);
    }

    // Each list by itself: mask 1 to 3 at the place of the list.
    private static void AddEachList(ref HashWriter writer, uint lists)
    {
        for (uint list = 0; lists >> (int)(2 * list) != 0; list++)
        {
            uint mark = (lists >> (int)(2 * list)) & 3;
            writer.Add(86, mark == 0 ? 0 : (4 * list) + mark);
        }
    }
}
