namespace TextInsights.Amounts;

/// <summary>An amount as the recognizer reads it, before its role and subject are known.</summary>
internal sealed record RecognizedAmount(
    int FirstToken,
    int EndToken,
    TextSpan Span,
    Currency? Currency,
    bool CurrencyAssumed,
    decimal? Minimum,
    decimal? Maximum,
    AmountQualifier Qualifier,
    AmountRate? Rate,
    double Confidence);
