using System.IO.Compression;

namespace TextInsights.Models;

/// <summary>Compressed model files of our own formats. Whatever is wrong inside one that its manifest vouches for, it is told as the file's error.</summary>
internal static class PackedFile
{
    /// <summary>Compresses what is written.</summary>
    public static byte[] Write(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(bytes, CompressionLevel.SmallestSize)))
        {
            write(writer);
        }

        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="file">The file, relative to the model folder.</param>
    /// <param name="packed">Its bytes.</param>
    /// <param name="what">What should be in it, for the error.</param>
    /// <param name="read">Reads it; says <see cref="InvalidDataException"/> if it is something else.</param>
    /// <exception cref="ModelException">The bytes are damaged or something else.</exception>
    public static T Read<T>(string file, byte[] packed, string what, Func<BinaryReader, T> read)
    {
        try
        {
            using var reader = new BinaryReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress));
            return read(reader);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException)
        {
            throw new ModelException(file, $"no {what} ({e.Message}).", e);
        }
    }
}
