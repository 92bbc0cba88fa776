using System.Threading.Channels;

namespace TextInsights.Cli.Input;

/// <summary>Lets documents be read on a thread of their own, a few ahead, so that a slow input holds up nobody who can be cancelled.</summary>
internal static class DocumentStream
{
    private const int Ahead = 16;

    public static IAsyncEnumerable<InputDocument> Start(IEnumerable<InputDocument> documents, CancellationToken cancellation)
    {
        Channel<InputDocument> channel = Channel.CreateBounded<InputDocument>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        // A pool thread that waits for input would be missing where documents are analyzed.
        new Thread(() => Read(documents, channel.Writer, cancellation)) { IsBackground = true, Name = "input" }.Start();
        return channel.Reader.ReadAllAsync(cancellation);
    }

    private static void Read(IEnumerable<InputDocument> documents, ChannelWriter<InputDocument> writer, CancellationToken cancellation)
    {
        try
        {
            foreach (InputDocument document in documents)
            {
                ValueTask written = writer.WriteAsync(document, cancellation);
                if (!written.IsCompletedSuccessfully)
                {
                    written.AsTask().GetAwaiter().GetResult();
                }
            }

            writer.Complete();
        }
        catch (Exception e)
        {
            writer.Complete(e);
        }
    }
}
