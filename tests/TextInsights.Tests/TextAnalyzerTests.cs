using CsCheck;
using TextInsights.Tests.Conventions;
using TextInsights.Tests.Robustness;
using TextInsights.Training;

namespace TextInsights.Tests;

[Collection(nameof(SharedAnalyzer))]
public class TextAnalyzerTests(SharedAnalyzer shared)
{
    private static readonly string[] Joints = ["", " ", "\n", "\n\n", "\r\n\r\n", "\u00A0", ".", "-", "„", "\uD83D"];
    private static readonly string[] Articles = [.. AnnotatedCorpus.Read(Repository.PathOf("data", "articles", "dev.jsonl")).Select(d => d.Text)];

    [Fact]
    public void No_text_is_a_bug_of_the_caller() =>
        shared.Analyzer.Invoking(a => a.Analyze(null!)).Should().Throw<ArgumentNullException>();

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\u00A0\u2009\u202F\u3000")]
    public void A_blank_text_is_a_document_without_facts(string text)
    {
        AnalyzedDocument document = shared.Analyzer.Analyze(text, "leer");
        document.Should().BeEquivalentTo(new AnalyzedDocument("leer", [], [], [], [], [], Sentiment.None));
    }

    [Theory]
    [MemberData(nameof(HostileTexts), DisableDiscoveryEnumeration = true)]
    public void Hostile_text_gives_a_valid_document(string name, string text)
    {
        name.Should().NotBeEmpty();
        AssertValid(shared.Analyzer.Analyze(text), text);
    }

    [Fact]
    public void Any_text_gives_a_valid_document() =>
        Gen.Select(Gen.String[Gen.Char, 0, 200], Gen.Int[0, Articles.Length - 1], Gen.Int[0, 800], Gen.Int[0, 400], Gen.Bool).Sample((noise, article, start, length, inside) =>
        {
            string source = Articles[article];
            int from = Math.Min(start, source.Length), to = Math.Min(from + length, source.Length);
            string text = inside ? source[..from] + noise + source[to..] : noise + source[from..to];
            AssertValid(shared.Analyzer.Analyze(text), text);
        }, seed: "0N0XIzNsQ0O2", iter: 300);

    [Fact]
    public void Articles_one_after_the_other_give_a_valid_document() =>
        Gen.Select(Gen.Int[0, Articles.Length - 1].Array[2, 5], Gen.Int[0, Joints.Length - 1]).Sample((articles, joint) =>
        {
            string text = string.Join(Joints[joint], articles.Select(i => Articles[i]));
            AssertValid(shared.Analyzer.Analyze(text), text);
        }, seed: "0000KOVk2wS1", iter: 100);

    [Fact]
    public void A_damaged_article_gives_a_valid_document()
    {
        var mutator = new TextMutator(Articles, seed: 20);
        for (int i = 0; i < 500; i++)
        {
            string text = mutator.Next();
            AssertValid(shared.Analyzer.Analyze(text), text);
        }
    }

    public static TheoryData<string, string> HostileTexts => new()
    {
        { "lone surrogates", "\uD800 Die \uDC00 UBS\uD83D zahlt \uDFFF5 Mio. Euro\uD800" },
        { "NUL and controls", "Die UBS\0 zahlt\u0001 5\0 Mio.\u0007 Euro\u001B[31m." },
        { "HTML", "<p>Die <b>UBS</b> zahlt&nbsp;5&#160;Mio.&euro; <script>alert('x')</script></p>" },
        { "bidi", "Die \u202EUBS\u202C zahlt \u20665 Mio. Euro\u2069." },
        { "zero width", "U\u200BB\u200DS zahlt 5\u200BMio.\uFEFF Euro" },
        { "combining marks", "Mu\u0308ller zahlt 5\u0301 Mio. Euro" + new string('\u0301', 5000) },
        { "one long word", new string('a', 500_000) },
        { "one long upper-case word", new string('Ä', 500_000) },
        { "only digits", new string('7', 500_000) },
        { "only quotes", new string('„', 100_000) },
        { "only hyphens", new string('-', 100_000) },
        { "hyphen chain", string.Join('-', Enumerable.Repeat("Milliarden", 30_000)) },
        { "Milliarden", string.Join(' ', Enumerable.Repeat("Milliarden", 50_000)) },
        { "Euro Euro", string.Join(' ', Enumerable.Repeat("Euro", 50_000)) },
        { "brackets", new string('(', 50_000) + "5 Mio. Euro" + new string(')', 50_000) },
        { "names without end", string.Concat(Enumerable.Repeat("Siemens AG und ", 20_000)) },
        { "deals without end", string.Concat(Enumerable.Repeat("Die UBS übernimmt die Commerzbank für 5 Mio. Euro, ", 3_000)) },
        { "line breaks", new string('\n', 500_000) + "Ende" },
        { "dots", new string('.', 200_000) },
        { "a sentence of deals without end", string.Concat(Enumerable.Repeat("Die Nordwerk AG übernahm die Lorenz GmbH für 5 Mio. Euro und ", 2_500)) },
        { "line breaks and carriage returns", string.Concat(Enumerable.Repeat("\r\n", 200_000)) },
        { "nested brackets", string.Concat(Enumerable.Repeat("([{(", 20_000)) },
        { "a mixture of encodings", "Die Ã¼bernahme kostet 5 Mio. â‚¬, so Mï¿½ller & SÃ¶hne. \uFFFD\uFFFD Ã„hnlich: Z\u0081rich" },
        { "companies without end", string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"Die Firma{i} AG kauft die Werk{i} GmbH.")) },
        { "amounts without end", string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"{i} Mio. Euro")) },
        { "emoji", string.Concat(Enumerable.Repeat("💰🚀", 30_000)) },
    };

    private static void AssertValid(AnalyzedDocument document, string text) => DocumentRules.FirstBroken(document, text).Should().BeNull();
}
