using System.Text.Json.Serialization;

namespace TextInsights.Training;

/// <summary>How well a set of predicted things matches the annotated ones.</summary>
/// <param name="Hits">Things that are predicted and annotated.</param>
/// <param name="Predicted">Things that are predicted.</param>
/// <param name="Gold">Things that are annotated.</param>
public readonly record struct PrecisionRecall([property: JsonIgnore] int Hits, [property: JsonIgnore] int Predicted, [property: JsonPropertyName("n")] int Gold)
{
    /// <summary>Share of the predicted things that are right, in percent with two decimals; 0 if nothing is predicted.</summary>
    [JsonPropertyName("P")]
    [JsonPropertyOrder(-3)]
    public double Precision => Percent.Round(100 * Ratio(Hits, Predicted), 2);

    /// <summary>Share of the annotated things that are found, in percent with two decimals; 0 if nothing is annotated.</summary>
    [JsonPropertyName("R")]
    [JsonPropertyOrder(-2)]
    public double Recall => Percent.Round(100 * Ratio(Hits, Gold), 2);

    /// <summary>Harmonic mean of precision and recall, in percent with two decimals.</summary>
    [JsonPropertyName("F1")]
    [JsonPropertyOrder(-1)]
    public double F1
    {
        get
        {
            double precision = Ratio(Hits, Predicted), recall = Ratio(Hits, Gold);
            return precision + recall == 0 ? 0 : Percent.Round(200 * precision * recall / (precision + recall), 2);
        }
    }

    /// <summary>Counts of two sets of documents together.</summary>
    /// <param name="a">One set.</param>
    /// <param name="b">Another set.</param>
    public static PrecisionRecall operator +(PrecisionRecall a, PrecisionRecall b) => new(a.Hits + b.Hits, a.Predicted + b.Predicted, a.Gold + b.Gold);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
