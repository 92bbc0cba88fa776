namespace TextInsights;

/// <summary>How the names of a <see cref="Gazetteer"/> are used.</summary>
public enum GazetteerUse
{
    /// <summary>A listed name corrects type and extent of a name that the model finds in its place; where the model finds none, there is none.</summary>
    Evidence,

    /// <summary>A listed name is a mention wherever it stands, except as the beginning of a longer name that the model finds ("Siemens" in "Siemens Energy").</summary>
    Match,
}
