namespace TextInsights.Cli.Output;

/// <summary>A file that appears, or replaces the one before, only when it is complete.</summary>
internal sealed class ReplacedFile : IDisposable
{
    private readonly string _path;
    private readonly string _beside;
    private bool _complete;

    /// <summary>Opens a file beside <paramref name="path"/>.</summary>
    /// <exception cref="IOException">The folder does not exist, or <paramref name="path"/> is one.</exception>
    public ReplacedFile(string path)
    {
        _path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        if (Directory.Exists(_path))
        {
            throw new IOException($"Output '{path}' is a folder.");
        }

        _beside = $"{_path}.{Environment.ProcessId}.new";
        Stream = new FileStream(_beside, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 64 * 1024);
    }

    public Stream Stream { get; }

    /// <summary>Puts the file in its place.</summary>
    public void Complete()
    {
        Stream.Dispose();
        File.Move(_beside, _path, overwrite: true);
        _complete = true;
    }

    /// <summary>Removes what was written unless it is complete.</summary>
    public void Dispose()
    {
        if (!_complete)
        {
            Stream.Dispose();
            File.Delete(_beside);
        }
    }
}
