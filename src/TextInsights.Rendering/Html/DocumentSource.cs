namespace TextInsights.Rendering.Html;

/// <summary>What every part of a document's view needs.</summary>
/// <param name="Number">Number of the document on the page, from 0.</param>
/// <param name="Text">Its text.</param>
/// <param name="Document">What was found in it.</param>
internal sealed record DocumentSource(int Number, string Text, AnalyzedDocument Document)
{
    private readonly FactLookup _facts = new(Document);

    /// <summary>Start of all element ids of the document.</summary>
    public string Prefix { get; } = $"d{Number}";

    /// <summary>The document's id, or what stands for a title where it has none.</summary>
    public string Title => HtmlWords.Short(Document.Id) ?? "Analysis";

    /// <summary>Name of an entity; null for none.</summary>
    public string? Name(int? entity) => HtmlWords.Short(_facts.Name(entity));

    /// <summary>The amount; null for none.</summary>
    public MonetaryAmount? Amount(int? amount) => _facts.Amount(amount);

    /// <summary>Where a link to an offset of the text leads: the sentence there.</summary>
    public string SentenceAnchor(int offset)
    {
        int low = 0, high = Document.Sentences.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Document.Sentences[middle].End > offset)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low < Document.Sentences.Length ? $"{Prefix}-s{low}" : Prefix;
    }
}
