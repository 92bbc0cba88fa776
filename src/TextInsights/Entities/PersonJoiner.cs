using System.Collections.Immutable;

namespace TextInsights.Entities;

/// <summary>Joins persons by surname: "Klein", "Dr. Klein", "C. Klein" to "Christian Klein". Two of one surname stay apart; a bare surname then means who was named last.</summary>
internal sealed class PersonJoiner
{
    // Keeps the work linear in a list of thousands of Müllers.
    private const int MostNamesakes = 64;

    private static readonly NameLexicon Lexicon = NameLexicon.Default;
    private readonly NameGroups _groups;
    private readonly Dictionary<string, List<Person>> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Person>> _byFirstName = new(StringComparer.Ordinal);

    private PersonJoiner(NameGroups groups) => _groups = groups;

    /// <param name="Group">The group with the name.</param>
    /// <param name="Given">Folded given names; empty for a bare surname.</param>
    /// <param name="Surname">Folded surname, a double name as one.</param>
    private sealed record Person(NameGroup Group, ImmutableArray<string> Given, string Surname);

    public static void Join(NameGroups groups)
    {
        var joiner = new PersonJoiner(groups);
        var bare = new List<Person>();
        foreach (NameGroup group in groups.Groups)
        {
            if (group.Type != EntityType.Person)
            {
                continue;
            }

            Person person = Parse(group);
            if (person.Given.IsEmpty)
            {
                bare.Add(person);
            }
            else
            {
                joiner.Add(person);
            }
        }

        foreach (Person person in bare)
        {
            joiner.JoinBare(person);
        }
    }

    private static Person Parse(NameGroup group)
    {
        var units = new List<string>(4);
        foreach (NameWord word in group.Name.Words)
        {
            if (word.HyphenBefore && units.Count > 0)
            {
                units[^1] += word.Folded;
            }
            else if (units.Count > 0 || !Lexicon.Is(word.Folded, NameWordRoles.Title))
            {
                units.Add(word.Folded);
            }
        }

        return units.Count == 0 ? new Person(group, [], group.Key) : new Person(group, [.. units[..^1]], units[^1]);
    }

    private void Add(Person person)
    {
        List<Person> namesakes = ListOf(_bySurname, person.Surname);
        Person? same = null;
        for (int i = Math.Max(0, namesakes.Count - MostNamesakes); i < namesakes.Count; i++)
        {
            Person other = namesakes[i];
            if (AreSame(person, other))
            {
                if (same is not null && !_groups.AreJoined(same.Group, other.Group))
                {
                    same = null;
                    break;
                }

                same = other;
            }
        }

        if (same is not null)
        {
            _groups.Join(person.Group, same.Group);
        }

        namesakes.Add(person);
        ListOf(_byFirstName, person.Given[0]).Add(person);
    }

    private static List<Person> ListOf(Dictionary<string, List<Person>> index, string key)
    {
        if (!index.TryGetValue(key, out List<Person>? list))
        {
            index.Add(key, list = []);
        }

        return list;
    }

    // "Lars Dibbern" and "Lars Ove Dibbern", "C. Klein" and "Christian Klein".
    private static bool AreSame(Person one, Person other)
    {
        string first = one.Given[0], second = other.Given[0];
        return first == second || IsInitialOf(one, second) || IsInitialOf(other, first) || (one.Given.Length != other.Given.Length && (one.Given.Contains(second) || other.Given.Contains(first)));
    }

    private static bool IsInitialOf(Person person, string given)
    {
        NameParts name = person.Group.Name;
        string initial = person.Given[0];
        return initial.Length <= 3 && name.Text.Contains('.', StringComparison.Ordinal) && given.StartsWith(initial, StringComparison.Ordinal);
    }

    private void JoinBare(Person person)
    {
        if (!_bySurname.TryGetValue(person.Surname, out List<Person>? candidates) && !_byFirstName.TryGetValue(person.Surname, out candidates))
        {
            return;
        }

        if (candidates.TrueForAll(c => _groups.AreJoined(c.Group, candidates[0].Group)))
        {
            _groups.Join(person.Group, candidates[0].Group);
            return;
        }

        AssignToLastNamed(person.Group, candidates);
    }

    private void AssignToLastNamed(NameGroup bare, List<Person> candidates)
    {
        var named = new List<(int Mention, int Group)>();
        foreach (Person candidate in candidates)
        {
            foreach (int mention in candidate.Group.Mentions)
            {
                named.Add((mention, candidate.Group.Index));
            }
        }

        named.Sort();
        int next = 0;
        foreach (int mention in bare.Mentions)
        {
            while (next < named.Count && named[next].Mention < mention)
            {
                next++;
            }

            _groups.GroupOf[mention] = named[Math.Max(0, next - 1)].Group;
        }
    }
}
