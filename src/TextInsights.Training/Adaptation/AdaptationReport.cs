using System.Collections.Immutable;

namespace TextInsights.Training;

/// <summary>What adapting the models to own documents gave.</summary>
/// <param name="TrainingDocuments">Documents that were learned from.</param>
/// <param name="HeldOutDocuments">Documents that were only measured on.</param>
/// <param name="Before">Measures of the models of the package on the held-out documents.</param>
/// <param name="After">Measures of the written models on them. A model is taken by what it gives there, so that these figures are a little too good.</param>
/// <param name="Models">What became of each model.</param>
public sealed record AdaptationReport(int TrainingDocuments, int HeldOutDocuments, EvaluationReport Before, EvaluationReport After, ImmutableArray<AdaptedModel> Models);

/// <summary>What became of a model when it was adapted.</summary>
/// <param name="Model">Its name.</param>
/// <param name="IsAdapted">Whether the adapted model was taken; else the one of the package stays.</param>
/// <param name="Before">What it was judged by, on the held-out documents: the mean of its measures in percent before it was adapted; null if there was nothing to measure.</param>
/// <param name="After">The same after it was adapted; null if there was nothing to measure or to learn from.</param>
/// <param name="Remark">Why it was taken or not, for people.</param>
public sealed record AdaptedModel(string Model, bool IsAdapted, double? Before, double? After, string Remark);
