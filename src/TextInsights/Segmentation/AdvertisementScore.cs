namespace TextInsights.Segmentation;

/// <summary>How much a sentence or a run of sentences advertises.</summary>
/// <param name="Cues">Sum of all cues but the address.</param>
/// <param name="Address">How it turns to the reader.</param>
/// <param name="Promotion">Sum of the cues that offer something.</param>
/// <param name="Sorts">How many sorts of cues meet in one sentence.</param>
/// <param name="Labelled">Whether it says what it is ("Anzeige").</param>
internal readonly record struct AdvertisementScore(float Cues, float Address, float Promotion, int Sorts, bool Labelled)
{
    private const float LeastPromotion = 0.9f;
    private const float MostOfLabels = 3.2f;
    private const float MostOfGroup = 2.7f;
    private const float MostOfMedia = 2; // an article may be about magazines and apps
    private const float LeastOfGroup = -3;

    public static AdvertisementScore operator +(AdvertisementScore a, AdvertisementScore b) =>
        new(a.Cues + b.Cues, a.Address + b.Address, a.Promotion + b.Promotion, Math.Max(a.Sorts, b.Sorts), a.Labelled || b.Labelled);

    public static AdvertisementScore Of(in AdvertisementEvidence evidence)
    {
        float cues = Math.Min(evidence[CueGroup.Label], MostOfLabels);
        float promotion = evidence.OrdersByInfinitive ? 2 : 0;
        int sorts = (evidence.Address > 0 ? 1 : 0) + (evidence.OrdersByInfinitive ? 1 : 0) + (evidence.Ours > 0 ? 1 : 0) + (evidence.HasLink ? 1 : 0);
        cues += promotion;
        for (CueGroup group = CueGroup.Medium; group <= CueGroup.Formal; group++)
        {
            float weight = Math.Clamp(evidence[group], LeastOfGroup, group == CueGroup.Medium ? MostOfMedia : MostOfGroup);
            cues += weight;
            sorts += weight > 0 ? 1 : 0;
            promotion += group is CueGroup.Opener or CueGroup.Contact ? 0 : Math.Max(0, weight);
        }

        cues += evidence.Ours > 0 ? 0.7f : 0;
        cues += evidence.HasLink ? 0.7f : 0;
        cues += evidence.IsExclamation ? 0.5f : 0;
        cues -= evidence.Quoted > 0.4f ? 2 : 0;
        float address = (Math.Min(2, evidence.Address) * 0.8f) + (Math.Min(2, evidence.Imperatives) * 0.7f);
        return new AdvertisementScore(cues, address, promotion, sorts, evidence[CueGroup.Label] > 0);
    }

    public float Total(float weightOfAddress) => Cues + (weightOfAddress * Address);

    public bool Advertises(float threshold, float weightOfAddress) =>
        (Labelled || (Sorts >= 2 && Promotion >= LeastPromotion) || Promotion >= MostOfGroup) && Total(weightOfAddress) >= threshold;
}
