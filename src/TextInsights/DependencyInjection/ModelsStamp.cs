namespace TextInsights.DependencyInjection;

/// <summary>Tells whether a folder of models has changed, without reading its files.</summary>
internal static class ModelsStamp
{
    /// <summary>A text that changes with the folder's name, and with name, length and time of any file below it; null if the folder can't be read now.</summary>
    public static string? Of(string? directory)
    {
        if (directory is null)
        {
            return "";
        }

        try
        {
            IEnumerable<string> files = new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(f => $"{f.FullName}|{f.Length}|{f.LastWriteTimeUtc.Ticks}");
            return string.Join('\n', files.Order(StringComparer.Ordinal).Prepend(Path.GetFullPath(directory)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // it is just being replaced
        }
    }
}
