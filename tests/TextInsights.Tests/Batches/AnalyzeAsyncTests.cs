using System.Runtime.CompilerServices;

namespace TextInsights.Tests.Batches;

public class AnalyzeAsyncTests
{
    private static readonly BatchOptions FourThreads = new() { MaxDegreeOfParallelism = 4, MaxDocumentsAhead = 8 };

    [Fact]
    public async Task Results_keep_the_order_though_documents_take_unequally_long()
    {
        var analyzer = new FakeAnalyzer(text => Thread.Sleep(int.Parse(text) % 7));
        List<DocumentResult> results = await ListAsync(analyzer.AnalyzeAsync(Numbers(200), FourThreads));
        results.Select(r => r.Document!.Id).Should().Equal(Enumerable.Range(0, 200).Select(i => $"id-{i}"));
    }

    [Fact]
    public async Task Documents_are_read_at_the_same_time_but_no_more_than_allowed()
    {
        int running = 0, most = 0;
        var analyzer = new FakeAnalyzer(_ =>
        {
            Max(ref most, Interlocked.Increment(ref running));
            SpinWait.SpinUntil(() => Volatile.Read(ref most) >= 4, TimeSpan.FromSeconds(10));
            Interlocked.Decrement(ref running);
        });
        (await ListAsync(analyzer.AnalyzeAsync(Numbers(100), FourThreads))).Should().HaveCount(100);
        most.Should().Be(4);
    }

    [Fact]
    public async Task A_bad_document_has_its_error_and_does_not_end_the_stream()
    {
        var analyzer = new FakeAnalyzer(text => _ = text == "3" ? throw new InvalidOperationException("schlecht") : 0);
        SourceDocument[] documents = [new("2"), new("3", "c"), new(null!), null!, new("4", "d")];
        List<DocumentResult> results = await ListAsync(analyzer.AnalyzeAsync(documents.ToAsyncEnumerable()));
        results.Select(r => r.IsSuccess).Should().Equal(true, false, false, false, true);
        results[1].Should().Match<DocumentResult>(r => r.Source.Id == "c" && r.Document == null && r.Error!.Message == "schlecht");
        results[2].Error.Should().BeOfType<ArgumentNullException>();
        results[4].Document!.Id.Should().Be("d");
    }

    [Fact]
    public async Task A_slow_reader_holds_the_source_back()
    {
        int given = 0, taken = 0, furthest = 0;
        async IAsyncEnumerable<SourceDocument> Source()
        {
            for (int i = 0; i < 200; i++)
            {
                await Task.Yield();
                Max(ref furthest, Interlocked.Increment(ref given) - Volatile.Read(ref taken));
                yield return new SourceDocument("1");
            }
        }

        await foreach (DocumentResult result in new FakeAnalyzer().AnalyzeAsync(Source(), FourThreads))
        {
            await Task.Delay(taken < 20 ? 5 : 0); // long enough for a source without bounds to run away
            Interlocked.Increment(ref taken);
        }

        furthest.Should().BeInRange(2, 8 + 1, "the result that the reader is busy with is no longer counted");
    }

    [Fact]
    public async Task A_result_comes_before_the_source_gives_the_next_document()
    {
        var received = new SemaphoreSlim(0);
        async IAsyncEnumerable<SourceDocument> Source([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            yield return new SourceDocument("1");
            await received.WaitAsync(cancellation);
            yield return new SourceDocument("2");
        }

        int count = 0;
        await foreach (DocumentResult result in new FakeAnalyzer().AnalyzeAsync(Source()))
        {
            count++;
            received.Release();
        }

        count.Should().Be(2);
    }

    [Fact]
    public async Task Cancellation_ends_the_stream_and_the_source()
    {
        using var stop = new CancellationTokenSource();
        bool ended = false;
        async IAsyncEnumerable<SourceDocument> Source([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            try
            {
                yield return new SourceDocument("1");
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            finally
            {
                ended = true;
            }
        }

        Func<Task> reading = async () =>
        {
            await foreach (DocumentResult result in new FakeAnalyzer().AnalyzeAsync(Source(), cancellationToken: stop.Token))
            {
                await stop.CancelAsync();
            }
        };
        await reading.Should().ThrowAsync<OperationCanceledException>();
        ended.Should().BeTrue();
    }

    [Fact]
    public async Task Leaving_early_ends_the_source_and_leaves_no_work_behind()
    {
        int running = 0;
        bool ended = false;
        async IAsyncEnumerable<SourceDocument> Source()
        {
            try
            {
                for (int i = 0; ; i++)
                {
                    await Task.Yield();
                    yield return new SourceDocument("1");
                }
            }
            finally
            {
                ended = true;
            }
        }

        var analyzer = new FakeAnalyzer(_ =>
        {
            Interlocked.Increment(ref running);
            Thread.Sleep(1);
            Interlocked.Decrement(ref running);
        });
        await foreach (DocumentResult result in analyzer.AnalyzeAsync(Source(), FourThreads))
        {
            break;
        }

        ended.Should().BeTrue();
        running.Should().Be(0);
    }

    [Fact]
    public async Task A_source_that_breaks_ends_the_stream_behind_what_it_gave()
    {
        async IAsyncEnumerable<SourceDocument> Source()
        {
            yield return new SourceDocument("1");
            await Task.Yield();
            throw new InvalidDataException("kaputt");
        }

        int count = 0;
        Func<Task> reading = async () =>
        {
            await foreach (DocumentResult result in new FakeAnalyzer().AnalyzeAsync(Source()))
            {
                count++;
            }
        };
        await reading.Should().ThrowAsync<InvalidDataException>().WithMessage("kaputt");
        count.Should().Be(1);
    }

    [Fact]
    public async Task Progress_is_told_in_order_with_failures()
    {
        var told = new List<BatchProgress>();
        var analyzer = new FakeAnalyzer(text => _ = text.Length == 2 ? throw new InvalidOperationException() : 0);
        SourceDocument[] documents = [new("1"), new("22"), new("333")];
        await ListAsync(analyzer.AnalyzeAsync(documents.ToAsyncEnumerable(), new BatchOptions { Progress = new Recorder(told) }));
        told.Should().Equal(new BatchProgress(1, 0, 1), new BatchProgress(2, 1, 3), new BatchProgress(3, 1, 6));
    }

    [Fact]
    public void Settings_out_of_range_are_a_bug_of_the_caller()
    {
        var analyzer = new FakeAnalyzer();
        analyzer.Invoking(a => a.AnalyzeAsync(null!)).Should().Throw<ArgumentNullException>();
        analyzer.Invoking(a => a.AnalyzeAsync(Numbers(1), new BatchOptions { MaxDegreeOfParallelism = 0 })).Should().Throw<ArgumentOutOfRangeException>();
        analyzer.Invoking(a => a.AnalyzeAsync(Numbers(1), new BatchOptions { MaxDegreeOfParallelism = 4, MaxDocumentsAhead = 3 }))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(BatchOptions.MaxDocumentsAhead));
    }

    private static IAsyncEnumerable<SourceDocument> Numbers(int count) =>
        Enumerable.Range(0, count).Select(i => new SourceDocument($"{i}", $"id-{i}")).ToAsyncEnumerable();

    private static async Task<List<DocumentResult>> ListAsync(IAsyncEnumerable<DocumentResult> results) => await results.ToListAsync();

    private static void Max(ref int most, int value)
    {
        for (int seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    private sealed class Recorder(List<BatchProgress> told) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => told.Add(value);
    }
}
