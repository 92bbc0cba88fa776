using System.Collections.Immutable;
using TextInsights.Amounts;
using TextInsights.Features;
using TextInsights.Models;

namespace TextInsights.Relations;

/// <summary>How right an extracted deal is.</summary>
internal enum DealCheck : byte
{
    /// <summary>No deal of the text has one of its parties in that role.</summary>
    Wrong,

    /// <summary>Some party is right.</summary>
    Partly,

    /// <summary>Kind and all parties are right.</summary>
    Right,
}

/// <summary>The learned parts of deal extraction: which candidates are deals, who is on which side, how far they have come.</summary>
/// <param name="kinds">Which candidates are deals, and of which kind.</param>
/// <param name="roles">Who is on which side of a candidate.</param>
/// <param name="statuses">How far a candidate has come.</param>
/// <param name="profiles">Who is bought, sells or buys, by the whole text.</param>
/// <param name="forest">The second look at the parties of joined deals; null in training before it is learned.</param>
/// <param name="checks">Whether a joined deal is right; null leaves all as they are.</param>
internal sealed class DealClassifier(
    LinearModel kinds, LinearModel roles, LinearModel statuses, LinearModel profiles, DecisionForest? forest, LinearModel? checks)
{
    /// <summary>Name of the folder that holds the models.</summary>
    public const string ModelName = "deals";

    /// <summary>Files of the models.</summary>
    public const string KindFile = "kinds.zip", RoleFile = "parties.zip", StatusFile = "status.zip", ProfileFile = "profiles.zip", CheckFile = "checks.zip", ForestFile = "forest.bin";

    /// <summary>The label of a candidate that tells of no deal, and of an entity that is no party.</summary>
    public const string None = "None";

    /// <summary>Classes of the models in the order of their scores.</summary>
    public static ImmutableArray<string> KindLabels { get; } = [None, .. Enum.GetNames<DealKind>()];

    public static ImmutableArray<string> RoleLabels { get; } = [None, nameof(DealRole.Buyer), nameof(DealRole.Target), nameof(DealRole.Seller)];

    public static ImmutableArray<string> StatusLabels { get; } = [.. Enum.GetNames<DealStatus>()];

    public static ImmutableArray<string> CheckLabels { get; } = [.. Enum.GetNames<DealCheck>()];

    private const int Reach = 3, ReachBehind = 2; // sentences before and behind the trigger where a party may be named
    private const double LeastCandidate = 0.3; // lenient: the joined deals are checked again
    private const double MostWrong = 0.5;

    // How much the reading by rules weighs against the learned scores, in logits.
    private const float RoleTrust = 0.5f;
    private const float StatusTrust = 0.5f;

    public static DealClassifier Load(ModelFolder models)
    {
        ModelManifest manifest = models.ReadManifest(ModelName, DealFeatures.Schema);
        LinearModel Part(string file, ImmutableArray<string> labels) => LinearModel.Load(models, ModelName, manifest, file, labels);
        return new DealClassifier(Part(KindFile, KindLabels), Part(RoleFile, RoleLabels), Part(StatusFile, StatusLabels),
            Part(ProfileFile, PartyProfile.Labels), DecisionForest.Load(models, ModelName, manifest, ForestFile, DealPartyRow.Length), Part(CheckFile, CheckLabels));
    }

    /// <summary>Entities that may be parties of a candidate: those spoken of near it, the one the text is about, and those said to own or sell.</summary>
    public static List<int> PossibleParties(DealContext context, DealCandidate candidate)
    {
        var found = new List<int>();
        void Add(int entity)
        {
            if (!found.Contains(entity) && (context.Entities[entity].Type == EntityType.Organization || candidate.RoleOf(entity) != DealRole.None))
            {
                found.Add(entity);
            }
        }

        for (int s = candidate.Sentence - Reach; s <= candidate.Sentence + ReachBehind; s++)
        {
            foreach (DealArgument argument in context.InSentence(s))
            {
                Add(argument.Entity);
            }
        }

        if (context.MainEntity >= 0)
        {
            Add(context.MainEntity);
        }

        foreach (int owner in context.Owners)
        {
            Add(owner);
        }

        return found;
    }

    /// <summary>Gives every candidate its kind, status and the evidence for its parties; those that are no deal are left out.</summary>
    public List<DealCandidate> Classify(DealContext context, List<DealCandidate> candidates)
    {
        var buffer = new FeatureBuffer(DealFeatures.Bits);
        Span<float> kindScores = stackalloc float[kinds.Labels.Length];
        Span<float> roleScores = stackalloc float[roles.Labels.Length];
        Span<float> statusScores = stackalloc float[statuses.Labels.Length];
        var deals = new List<DealCandidate>();
        var decided = new List<(double[] Kinds, double[] Statuses)>();
        foreach (DealCandidate candidate in candidates)
        {
            buffer.Clear();
            DealFeatures.AddKind(context, candidate, buffer);
            kinds.Score(buffer, kindScores);
            LinearModel.ToProbabilities(kindScores);
            candidate.Confidence = 1 - kindScores[0];
            if (candidate.Confidence < LeastCandidate)
            {
                continue;
            }

            double[] kindScoresOf = Copy(kindScores[1..]);
            foreach (int entity in PossibleParties(context, candidate))
            {
                buffer.Clear();
                DealFeatures.AddRole(context, candidate, entity, candidates, buffer);
                roles.Score(buffer, roleScores);
                roleScores[SideOf(candidate.RoleOf(entity))] += RoleTrust;
                LinearModel.ToProbabilities(roleScores);
                candidate.Evidence.Add((entity, roleScores[0], roleScores[1], roleScores[2], roleScores[3]));
            }

            buffer.Clear();
            DealFeatures.AddStatus(context, candidate, buffer);
            statuses.Score(buffer, statusScores);
            statusScores[(int)candidate.Status] += StatusTrust;
            LinearModel.ToProbabilities(statusScores);
            deals.Add(candidate);
            decided.Add((kindScoresOf, Copy(statusScores)));
        }

        // Features look at the neighbours' readings, so nothing changes before all is read.
        for (int i = 0; i < deals.Count; i++)
        {
            (deals[i].KindScores, deals[i].StatusScores) = decided[i];
            DealDecoder.Decide(context, deals[i]);
        }

        return deals.FindAll(d => d.PartyCount > 0);
    }

    /// <summary>Decides the parties of joined deals anew, with everything in view that the text says of all of them.</summary>
    public void LookAgain(DealContext context, List<DealCandidate> deals)
    {
        if (forest is null || deals.Count == 0)
        {
            return;
        }

        var board = new DealBoard(deals);
        PartyProfile profile = ProfileOf(context);
        var decided = new List<(int Entity, float None, float Buyer, float Target, float Seller)>[deals.Count];
        Span<byte> rows = stackalloc byte[DealPartyRow.Length * DealPartyRow.Sides];
        Span<float> sides = stackalloc float[DealPartyRow.Sides];
        for (int i = 0; i < deals.Count; i++)
        {
            decided[i] = [];
            foreach (DealBelief belief in board.PartiesOf(i))
            {
                DealPartyRow.Write(context, board, profile, i, belief.Entity, rows);
                forest.Score(rows, sides);
                LinearModel.ToProbabilities(sides);
                decided[i].Add((belief.Entity, sides[0], sides[1], sides[2], sides[3]));
            }
        }

        for (int i = 0; i < deals.Count; i++)
        {
            deals[i].Evidence.Clear();
            deals[i].Evidence.AddRange(decided[i]);
            DealDecoder.Decide(context, deals[i]);
        }
    }

    /// <summary>Who is bought, sells or buys, by the whole text.</summary>
    public PartyProfile ProfileOf(DealContext context) => context.Profile(profiles);

    /// <summary>Gives every joined deal the probability that kind and parties are right; those that are probably wrong altogether are left out.</summary>
    public List<DealCandidate> Check(DealContext context, List<DealCandidate> deals)
    {
        if (checks is null)
        {
            return deals;
        }

        var buffer = new FeatureBuffer(DealFeatures.Bits);
        Span<float> scores = stackalloc float[checks.Labels.Length];
        var confidences = new double[deals.Count];
        var kept = new List<DealCandidate>();
        for (int i = 0; i < deals.Count; i++)
        {
            buffer.Clear();
            DealFeatures.AddDeal(context, i, deals, buffer);
            checks.Probabilities(buffer, scores);
            confidences[i] = scores[(int)DealCheck.Right];
            if (scores[(int)DealCheck.Wrong] < MostWrong)
            {
                kept.Add(deals[i]);
            }
        }

        for (int i = 0; i < deals.Count; i++)
        {
            deals[i].Confidence = confidences[i];
        }

        return kept;
    }

    /// <summary>Place of a role in <see cref="RoleLabels"/>: a partner counts as a buyer.</summary>
    public static int SideOf(DealRole role) => role == DealRole.Partner ? (int)DealRole.Buyer : (int)role;

    private static double[] Copy(ReadOnlySpan<float> scores)
    {
        double[] copy = new double[scores.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            copy[i] = scores[i];
        }

        return copy;
    }
}
