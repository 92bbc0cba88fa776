namespace TextInsights;

/// <summary>A model file is missing, damaged or made for another version; the message says which, what was expected, and the command that rebuilds it.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="file">The file, relative to the model folder, such as <c>entities/model.zip</c>.</param>
    /// <param name="problem">What is wrong and what was expected.</param>
    /// <param name="cause">What the reader of the file threw, if anything.</param>
    public ModelException(string file, string problem, Exception? cause = null)
        : base($"Model file '{file}': {problem} Rebuild it with: textinsights train {file.Split('/')[0]} --data data/articles --output models", cause) =>
        File = file;

    /// <summary>The file, relative to the model folder.</summary>
    public string File { get; }
}
