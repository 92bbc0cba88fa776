using System.Runtime.CompilerServices;
using TextInsights.Batches;

namespace TextInsights;

/// <summary>Ways to use an <see cref="ITextAnalyzer"/>.</summary>
public static class TextAnalyzerExtensions
{
    /// <summary>
    /// Reads many documents in parallel. Results come in the order of the documents, each as soon as it and those before it are
    /// ready. Documents are taken from the source only as fast as results are taken from the stream, so that memory stays bounded
    /// whatever the length of the source. A document that fails does not end the stream: its result has the error.
    /// </summary>
    /// <param name="analyzer">The analyzer; it is called from several threads.</param>
    /// <param name="documents">The documents; they are asked for one after the other. An exception of the source ends the stream behind the results of the documents before it.</param>
    /// <param name="options">Settings; null takes the defaults.</param>
    /// <param name="cancellationToken">Ends the stream; the source gets a token that is cancelled with it, and when the stream is left early.</param>
    /// <exception cref="ArgumentNullException"><paramref name="analyzer"/> or <paramref name="documents"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public static IAsyncEnumerable<DocumentResult> AnalyzeAsync(
        this ITextAnalyzer analyzer,
        IAsyncEnumerable<SourceDocument> documents,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(documents);
        options ??= new BatchOptions();
        IAsyncEnumerable<DocumentResult> results = OrderedParallel.SelectAsync(
            documents, document => Analyze(analyzer, document), options.MaxDegreeOfParallelism, options.ValidDocumentsAhead(), cancellationToken);
        return options.Progress is { } progress ? ReportAsync(results, progress, cancellationToken) : results;
    }

    private static DocumentResult Analyze(ITextAnalyzer analyzer, SourceDocument document)
    {
        try
        {
            return new DocumentResult(document, analyzer.Analyze(document.Text, document.Id));
        }
        catch (Exception e)
        {
            return new DocumentResult(document, e);
        }
    }

    private static async IAsyncEnumerable<DocumentResult> ReportAsync(
        IAsyncEnumerable<DocumentResult> results, IProgress<BatchProgress> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var done = default(BatchProgress);
        await foreach (DocumentResult result in results.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            done = new BatchProgress(done.Documents + 1, done.Failed + (result.IsSuccess ? 0 : 1), done.Characters + (result.Source?.Text?.Length ?? 0));
            progress.Report(done);
            yield return result;
        }
    }
}
