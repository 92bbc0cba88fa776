using System.Collections.Immutable;

namespace TextInsights.Training;

/// <summary>A file of annotated documents has broken lines; the message lists them.</summary>
public sealed class CorpusException : Exception
{
    private const int Listed = 20;

    /// <summary>Makes the exception.</summary>
    /// <param name="problems">Everything that is wrong, in file order; at least one.</param>
    public CorpusException(ImmutableArray<CorpusProblem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>Everything that is wrong, in file order.</summary>
    public ImmutableArray<CorpusProblem> Problems { get; }

    private static string Describe(ImmutableArray<CorpusProblem> problems)
    {
        string listed = string.Join('\n', problems.Take(Listed));
        return problems.Length > Listed ? $"{listed}\n… and {problems.Length - Listed} more" : listed;
    }
}

/// <summary>One thing that is wrong in a file of annotated documents.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Field">Path of the field, such as <c>amounts[3].end</c>; empty if the line as a whole is meant.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record CorpusProblem(string File, int Line, string Field, string Message)
{
    /// <summary>The problem as one line: file, line, field and message.</summary>
    public override string ToString() => Field.Length == 0 ? $"{File}, line {Line}: {Message}" : $"{File}, line {Line}, field {Field}: {Message}";
}
