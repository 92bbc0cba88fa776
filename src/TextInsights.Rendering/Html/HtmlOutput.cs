using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TextInsights.Rendering.Html;

/// <summary>Writes HTML. What stands in braces is text and is encoded; only what stands in the program's own strings is markup.</summary>
internal sealed class HtmlOutput(TextWriter writer)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes <c>$"&lt;p class=\"{text}\"&gt;{text}&lt;/p&gt;"</c>; attributes stand in double quotes.</summary>
    /// <param name="markup">Written piece by piece while it is put together.</param>
    public void Write([InterpolatedStringHandlerArgument("")] ref Interpolation markup) => _ = markup;

    /// <summary>Writes a part of the program as it is: a style sheet, a script.</summary>
    public void WriteAsset(string content) => writer.Write(content);

    // The encoder would write a line break as five characters, though it is harmless in text and quoted attributes.
    private void Encode(ReadOnlySpan<char> text)
    {
        string visible = VisibleText.Of(text);
        int start = 0;
        for (int end; (end = visible.IndexOf('\n', start)) >= 0; start = end + 1)
        {
            Encoder.Encode(writer, visible, start, end - start);
            writer.Write('\n');
        }

        Encoder.Encode(writer, visible, start, visible.Length - start);
    }

    /// <summary>Takes apart what is between the quotes of <c>$"…"</c>; used by the compiler.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Interpolation
    {
        private readonly HtmlOutput _output;

        // The compiler tells the lengths; nothing is put together, so nobody needs them.
        public Interpolation(int literalLength, int formattedCount, HtmlOutput output) => _output = output;

        public void AppendLiteral(string markup) => _output.WriteAsset(markup);

        public void AppendFormatted(string? text) => _output.Encode(text);

        public void AppendFormatted(ReadOnlySpan<char> text) => _output.Encode(text);

        public void AppendFormatted(int number) => _output.WriteAsset(number.ToString(CultureInfo.InvariantCulture));
    }
}
