using System.Runtime.InteropServices;

namespace TextInsights.Training;

/// <summary>
/// Learns a byte-pair vocabulary: the most frequent pair of neighbours becomes a unit, again and again. Words are counted
/// once; a queue gives the next pair, so that each merge touches only the words it occurs in.
/// </summary>
internal static class BytePairTrainer
{
    /// <summary>Learns the merges, best first. Equal counts give equal merges: ties go to the unit that is older.</summary>
    /// <param name="counts">Words with their frequency.</param>
    /// <param name="mergeCount">Number of merges; fewer if there are not so many pairs.</param>
    /// <param name="cancellationToken">Ends the training.</param>
    public static BytePairVocabulary Train(IReadOnlyDictionary<string, long> counts, int mergeCount, CancellationToken cancellationToken)
    {
        var state = new State(counts);
        var merges = new List<(string, string)>();
        while (merges.Count < mergeCount && state.TakeBest() is { } pair)
        {
            cancellationToken.ThrowIfCancellationRequested();
            merges.Add((state.Units[pair.Left], state.Units[pair.Right]));
            state.Merge(pair);
        }

        return new BytePairVocabulary([.. state.Units], [.. merges]);
    }

    private readonly record struct Pair(int Left, int Right);

    private sealed class State
    {
        private readonly List<int[]> _words = [];
        private readonly List<long> _frequencies = [];
        private readonly Dictionary<Pair, long> _counts = [];
        private readonly Dictionary<Pair, HashSet<int>> _places = [];
        private readonly PriorityQueue<(Pair Pair, long Count), (long, int, int)> _queue = new();

        public State(IReadOnlyDictionary<string, long> counts)
        {
            Units = [.. counts.Keys.SelectMany(w => w).Distinct().Order().Select(c => c.ToString())];
            Dictionary<char, int> letters = Units.Select((u, i) => (u[0], i)).ToDictionary(p => p.Item1, p => p.i);
            foreach ((string word, long frequency) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
            {
                _words.Add([.. word.Select(c => letters[c])]);
                _frequencies.Add(frequency);
                Count(_words.Count - 1, frequency, added: null);
            }

            foreach ((Pair pair, long count) in _counts)
            {
                Enqueue(pair, count);
            }
        }

        public List<string> Units { get; }

        /// <summary>The most frequent pair; entries that later merges have made stale are put back with their true count.</summary>
        public Pair? TakeBest()
        {
            while (_queue.TryDequeue(out (Pair Pair, long Count) entry, out _))
            {
                long count = _counts.GetValueOrDefault(entry.Pair);
                if (count == entry.Count && count > 1)
                {
                    return entry.Pair;
                }

                if (count > 1 && count < entry.Count)
                {
                    Enqueue(entry.Pair, count);
                }
            }

            return null;
        }

        public void Merge(Pair pair)
        {
            int unit = Units.Count;
            Units.Add(Units[pair.Left] + Units[pair.Right]);
            var added = new HashSet<Pair>();
            foreach (int word in _places[pair])
            {
                Count(word, -_frequencies[word], added: null);
                _words[word] = Join(_words[word], pair, unit);
                Count(word, _frequencies[word], added);
            }

            _counts.Remove(pair);
            _places.Remove(pair);
            foreach (Pair fresh in added)
            {
                Enqueue(fresh, _counts[fresh]);
            }
        }

        private static int[] Join(int[] word, Pair pair, int unit)
        {
            var joined = new List<int>(word.Length);
            for (int i = 0; i < word.Length; i++)
            {
                bool here = i + 1 < word.Length && word[i] == pair.Left && word[i + 1] == pair.Right;
                joined.Add(here ? unit : word[i]);
                i += here ? 1 : 0;
            }

            return [.. joined];
        }

        private void Count(int word, long frequency, HashSet<Pair>? added)
        {
            int[] units = _words[word];
            for (int i = 0; i + 1 < units.Length; i++)
            {
                var pair = new Pair(units[i], units[i + 1]);
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, pair, out _) += frequency;
                if (frequency > 0)
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(_places, pair, out _) ??= []).Add(word);
                    added?.Add(pair);
                }
            }
        }

        private void Enqueue(Pair pair, long count) => _queue.Enqueue((pair, count), (-count, pair.Left, pair.Right));
    }
}
