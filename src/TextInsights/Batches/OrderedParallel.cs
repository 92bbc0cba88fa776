using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace TextInsights.Batches;

/// <summary>Maps a stream in parallel and keeps its order.</summary>
internal static class OrderedParallel
{
    /// <summary>Maps each item on the thread pool; the results come in the order of the items.</summary>
    /// <param name="source">The items; asked for one after the other, not on the caller's thread.</param>
    /// <param name="select">The mapping; thread-safe. What it throws ends the stream.</param>
    /// <param name="parallelism">Most items that are mapped at the same time.</param>
    /// <param name="ahead">Most items that are taken from the source before their results are taken.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public static async IAsyncEnumerable<TResult> SelectAsync<TSource, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, TResult> select, int parallelism, int ahead, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var room = new SemaphoreSlim(ahead);
        var threads = new SemaphoreSlim(parallelism);
        Channel<Task<TResult>> results = Channel.CreateUnbounded<Task<TResult>>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        CancellationToken stopped = stop.Token;
        Task reading = Task.Run(() => ReadAsync(source, select, room, threads, results.Writer, stopped), CancellationToken.None);
        try
        {
            await foreach (Task<TResult> result in results.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                TResult ready = await result.ConfigureAwait(false);
                room.Release();
                yield return ready;
            }
        }
        finally
        {
            // No work goes on behind the back of a caller that has left.
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (results.Reader.TryRead(out Task<TResult>? left))
            {
                await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static async Task ReadAsync<TSource, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, TResult> select, SemaphoreSlim room, SemaphoreSlim threads, ChannelWriter<Task<TResult>> results, CancellationToken stopped)
    {
        try
        {
            await using IAsyncEnumerator<TSource> items = source.GetAsyncEnumerator(stopped);
            await room.WaitAsync(stopped).ConfigureAwait(false);
            while (await items.MoveNextAsync().ConfigureAwait(false))
            {
                TSource item = items.Current;
                await threads.WaitAsync(stopped).ConfigureAwait(false);
                Task<TResult> result = Task.Run(
                    () =>
                    {
                        try
                        {
                            return select(item);
                        }
                        finally
                        {
                            threads.Release();
                        }
                    },
                    CancellationToken.None);
                results.TryWrite(result);
                await room.WaitAsync(stopped).ConfigureAwait(false);
            }

            results.Complete();
        }
        catch (Exception e)
        {
            results.Complete(e);
        }
    }
}
