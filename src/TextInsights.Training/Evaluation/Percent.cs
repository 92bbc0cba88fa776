namespace TextInsights.Training;

/// <summary>Percentages rounded as measures print them.</summary>
internal static class Percent
{
    /// <summary>The share in percent with one decimal; null of nothing.</summary>
    public static double? Of(int part, int whole) => whole == 0 ? null : Round(100.0 * part / whole, 1);

    /// <summary>
    /// The nearest decimal to the exact binary value, ties to even. <see cref="Math.Round(double, int)"/> rounds a product that
    /// is itself rounded, so that figures near a tie differ from what other tools print.
    /// </summary>
    public static double Round(double value, int decimals)
    {
        double scale = decimals == 1 ? 10 : 100;
        double below = Math.Floor(value * scale);
        double beyondTie = Math.FusedMultiplyAdd(value, scale, -(below + 0.5)); // its sign is exact
        bool up = beyondTie > 0 || (beyondTie == 0 && below % 2 != 0);
        return (up ? below + 1 : below) / scale;
    }
}
