using TextInsights.Lexicons;

namespace TextInsights.Training;

/// <summary>Files of the repository's <c>data</c> that are packed into this assembly.</summary>
internal static class PackagedData
{
    /// <summary>Opens a file by its path in <c>data</c>, such as <c>silver/names.tsv.gz</c>.</summary>
    /// <exception cref="InvalidDataException">It is not packed.</exception>
    public static Stream Open(string name) => typeof(PackagedData).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidDataException($"The table '{name}' is not packed into TextInsights.Training.");

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">It is not packed, or broken.</exception>
    public static TsvTable Table(string name)
    {
        using var reader = new StreamReader(Open(name));
        return TsvTable.Parse(name, reader);
    }
}
