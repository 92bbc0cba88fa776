namespace TextInsights.DependencyInjection;

/// <summary>Tells whether a folder of models has changed, without reading more of it than the manifests.</summary>
internal static class ModelsStamp
{
    /// <summary>
    /// A text that changes with the folder's name, with name, length and time of any file below it and with what the manifests say, for
    /// a link may lead to another folder with files of the same length and time; null if the folder can't be read now.
    /// </summary>
    public static string? Of(string? directory)
    {
        if (directory is null)
        {
            return "";
        }

        try
        {
            IEnumerable<string> files = new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(f => $"{f.FullName}|{f.Length}|{f.LastWriteTimeUtc.Ticks}|{(f.Name == "manifest.json" ? Read(f.FullName) : "")}");
            return string.Join('\n', files.Order(StringComparer.Ordinal).Prepend(Path.GetFullPath(directory)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // it is just being replaced
        }
    }

    // Whoever puts new models there must not be refused because somebody looks.
    private static string Read(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
