using System.Collections.Immutable;

namespace TextInsights.Training;

/// <summary>Checks that spans lie in the text, in text order, without overlap.</summary>
internal readonly struct SpanChecks(int textLength, List<FieldProblem> problems)
{
    private readonly int _textLength = textLength;

    private readonly List<FieldProblem> _problems = problems;

    public void Check<T>(string list, ImmutableArray<T>? items, Func<T, (int Start, int End)> spanOf, bool mayOverlap = false)
    {
        (int Start, int End) last = (0, 0);
        foreach ((int i, T item) in (items ?? []).Index())
        {
            (int start, int end) = spanOf(item);
            string path = $"{list}[{i}]";
            if (CheckRange($"{path}.start", $"{path}.end", start, end))
            {
                CheckOrder($"{path}.start", start, mayOverlap ? last.Start : last.End);
                last = (start, end);
            }
        }
    }

    /// <summary>Spans written as [start, end].</summary>
    public void CheckPairs(string list, ImmutableArray<ImmutableArray<int>>? pairs)
    {
        int last = 0;
        foreach ((int i, ImmutableArray<int> pair) in (pairs ?? []).Index())
        {
            string path = $"{list}[{i}]";
            if (pair.Length != 2)
            {
                _problems.Add(new FieldProblem(path, "two numbers [start, end] are expected."));
            }
            else if (CheckRange($"{path}[0]", $"{path}[1]", pair[0], pair[1]))
            {
                CheckOrder($"{path}[0]", pair[0], last);
                last = pair[1];
            }
        }
    }

    /// <summary>A span that both or neither end is given of.</summary>
    public void Check(string prefix, int? start, int? end)
    {
        if (start is null != end is null)
        {
            _problems.Add(new FieldProblem(prefix + (start is null ? "start" : "end"), "missing."));
        }
        else if (start is { } s && end is { } e)
        {
            CheckRange(prefix + "start", prefix + "end", s, e);
        }
    }

    private bool CheckRange(string startField, string endField, int start, int end)
    {
        if (start < 0 || start >= _textLength)
        {
            _problems.Add(new FieldProblem(startField, $"{start} lies outside the text of {_textLength} UTF-16 code units."));
        }
        else if (end > _textLength)
        {
            _problems.Add(new FieldProblem(endField, $"{end} lies outside the text of {_textLength} UTF-16 code units."));
        }
        else if (end <= start)
        {
            _problems.Add(new FieldProblem(endField, $"{end} does not lie behind the start {start}."));
        }
        else
        {
            return true;
        }

        return false;
    }

    private void CheckOrder(string field, int start, int least)
    {
        if (start < least)
        {
            _problems.Add(new FieldProblem(field, $"{start} lies before {least}, where it may begin: spans stand in text order without overlap."));
        }
    }
}
