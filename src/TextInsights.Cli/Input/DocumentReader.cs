using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace TextInsights.Cli.Input;

/// <summary>Reads documents one after the other from files and standard input; broken ones come as errors and do not stop the rest.</summary>
internal static class DocumentReader
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether a file is one document.</summary>
    public static bool IsText(string file) => file.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file has one document a line.</summary>
    public static bool IsJsonLines(string file) => file == StandardInput || file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);

    /// <summary>The documents of all files in order.</summary>
    /// <param name="files">Names that end in <c>.txt</c> or <c>.jsonl</c>, or "-".</param>
    public static IEnumerable<InputDocument> Read(IEnumerable<string> files) => files.SelectMany(file => IsText(file) ? [ReadText(file)] : ReadLines(file));

    private static InputDocument ReadText(string file)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(file);
            int start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            return new InputDocument(file, 0, Path.GetFileName(file), StrictUtf8.GetString(bytes, start, bytes.Length - start)) { Bytes = bytes.Length };
        }
        catch (DecoderFallbackException e)
        {
            return InputDocument.Broken(file, 0, $"no UTF-8 text: unexpected byte at {e.Index}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return InputDocument.Broken(file, 0, e.Message);
        }
    }

    private static IEnumerable<InputDocument> ReadLines(string file)
    {
        string source = file == StandardInput ? "standard input" : file;
        Stream? stream = null;
        string? error = null;
        try
        {
            stream = file == StandardInput ? Console.OpenStandardInput() : File.OpenRead(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error = e.Message;
        }

        if (stream is null)
        {
            yield return InputDocument.Broken(source, 0, error!);
            yield break;
        }

        using (stream)
        {
            var lines = new Utf8LineReader(stream);
            var ids = new HashSet<UInt128>();
            while (lines.Next() is { } line)
            {
                if (line.Span.Trim(" \t\r"u8).IsEmpty)
                {
                    continue;
                }

                InputDocument document = JsonLine.Parse(source, lines.Number, line.Span);
                if (document.Error is null && !ids.Add(Fingerprint(document.Id)))
                {
                    document = InputDocument.Broken(source, lines.Number, $"id '{document.Id}' stands in an earlier line, too.");
                }

                yield return document with { Bytes = line.Length + 1 };
            }
        }
    }

    // All that is kept of a line: some tens of bytes, whatever the length of its id. Two ids with one fingerprint do not happen.
    private static UInt128 Fingerprint(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan()), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <summary>Bytes of all files; 0 if standard input is among them, or a file that can't be looked at.</summary>
    public static long TotalBytes(IEnumerable<string> files)
    {
        long total = 0;
        foreach (string file in files)
        {
            if (!File.Exists(file))
            {
                return 0;
            }

            total += new FileInfo(file).Length;
        }

        return total;
    }
}
