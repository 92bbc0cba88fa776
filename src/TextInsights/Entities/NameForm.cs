namespace TextInsights.Entities;

/// <summary>One distinct surface form of the document with the mentions that bear it.</summary>
internal sealed class NameForm(NameParts surface)
{
    private readonly double[] _weights = new double[4];

    /// <summary>The name as it stands.</summary>
    public NameParts Surface { get; } = surface;

    /// <summary>The name without inflection.</summary>
    public NameParts Lemma { get; set; } = surface;

    public bool IsInflected => !ReferenceEquals(Surface, Lemma);

    /// <summary>Indices of its mentions, in text order.</summary>
    public List<int> Mentions { get; } = [];

    public void Add(int mention, EntityType type, double confidence)
    {
        Mentions.Add(mention);
        _weights[(int)type] += confidence;
    }

    /// <summary>Summed confidence of the mentions that were found with a type.</summary>
    public double WeightOf(EntityType type) => _weights[(int)type];

    public bool SharesTypeWith(NameForm other)
    {
        for (int type = 0; type < _weights.Length; type++)
        {
            if (_weights[type] > 0 && other._weights[type] > 0)
            {
                return true;
            }
        }

        return false;
    }
}
