namespace TextInsights.Cli.Input;

/// <summary>Lines of a stream as bytes, a byte order mark left out; memory grows with the longest line, not with the stream.</summary>
internal sealed class Utf8LineReader(Stream stream)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Number of the line that <see cref="Next"/> gave last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line without its break, valid until the next call; null behind the last one.</summary>
    public ReadOnlyMemory<byte>? Next()
    {
        int searched = _start;
        while (true)
        {
            int found = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                return Take(searched + found, 1);
            }

            if (_ended && _start == _end)
            {
                return null;
            }

            if (_ended)
            {
                return Take(_end, 0);
            }

            searched = _end - _start;
            Fill();
        }
    }

    private ReadOnlyMemory<byte> Take(int lineEnd, int lineBreak)
    {
        ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, lineEnd - _start);
        _start = lineEnd + lineBreak;
        Number++;
        return Number == 1 && line.Span.StartsWith("\uFEFF"u8) ? line[3..] : line;
    }

    // Moves the begun line to the front of the buffer and reads on behind it.
    private void Fill()
    {
        byte[] target = _end - _start > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        Buffer.BlockCopy(_buffer, _start, target, 0, _end - _start);
        _buffer = target;
        _end -= _start;
        _start = 0;
        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _ended = read == 0;
        _end += read;
    }
}
