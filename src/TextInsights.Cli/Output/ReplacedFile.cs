namespace TextInsights.Cli.Output;

/// <summary>A file that appears, or replaces the one before, only when it is complete. Devices and named pipes are written to as they are.</summary>
internal sealed class ReplacedFile : IDisposable
{
    private readonly string _path;
    private readonly string? _beside;
    private bool _complete;

    /// <summary>Opens a file beside <paramref name="path"/>.</summary>
    /// <exception cref="IOException">The folder does not exist, or <paramref name="path"/> is one.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder, or the file before, is not to be written to.</exception>
    public ReplacedFile(string path)
    {
        _path = File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : Path.GetFullPath(path);
        if (Directory.Exists(_path))
        {
            throw new IOException($"Output '{path}' is a folder.");
        }

        if (OpenDevice(_path) is { } device)
        {
            Stream = device;
        }
        else
        {
            _beside = $"{_path}.{Environment.ProcessId}.new";
            Stream = new FileStream(_beside, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 64 * 1024);
        }
    }

    public Stream Stream { get; }

    /// <summary>Puts the file in its place.</summary>
    public void Complete()
    {
        Stream.Dispose();
        if (_beside is not null)
        {
            File.Move(_beside, _path, overwrite: true);
        }

        _complete = true;
    }

    /// <summary>Removes what was written unless it is complete.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_complete && _beside is not null)
        {
            File.Delete(_beside);
        }
    }

    // What must never be renamed over: /dev/null, a named pipe. .NET does not tell the kind of a file, but pipes can't seek.
    private static FileStream? OpenDevice(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var existing = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        if (!existing.CanSeek || path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal))
        {
            return existing;
        }

        existing.Dispose();
        return null;
    }
}
