namespace TextInsights.Entities;

/// <summary>A name found in the text, before names of the same thing are joined. Its span may end inside the last token ("UBS" in "UBS-Aktie").</summary>
internal readonly record struct RecognizedMention(int FirstToken, int EndToken, TextSpan Span, EntityType Type, double Confidence);
