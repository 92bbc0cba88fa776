using System.Collections.Immutable;
using System.Text.Json;
using TextInsights.Amounts;
using TextInsights.Models;
using TextInsights.Relations;

namespace TextInsights.Tests.Amounts;

/// <summary>The learned stages are held to a share of the spec: a line may be wrong, the share must not fall.</summary>
public class RoleSpecTests
{
    private static readonly RoleClassifier Classifier = RoleClassifier.Load(ModelFolder.Embedded);

    [Fact]
    public void Roles_and_subjects_of_the_spec_hold_their_floors()
    {
        int amounts = 0, subjects = 0;
        var wrongRoles = new List<string>();
        var wrongSubjects = new List<string>();
        foreach ((int number, string json) in MarkedText.Spec("Roles"))
        {
            JsonElement line = JsonDocument.Parse(json).RootElement;
            MarkedText marked = MarkedText.Parse(line.GetProperty("text").GetString()!);
            ImmutableArray<RecognizedAmount> recognized = new AmountRecognizer().Recognize(marked.Segments);
            ImmutableArray<EntityReference> references = ReferenceResolver.Resolve(marked.Segments, marked.Entities).Sure;
            ImmutableArray<MonetaryAmount> found = Classifier.Classify(marked.Segments, marked.Entities, references, recognized);
            JsonElement[] expected = [.. line.GetProperty("amounts").EnumerateArray()];
            found.Should().HaveCount(expected.Length, "line {0}: {1}", number, marked.Segments.Text);
            for (int i = 0; i < expected.Length; i++)
            {
                amounts++;
                var role = Enum.Parse<AmountRole>(expected[i].GetProperty("role").GetString()!, ignoreCase: true);
                if (found[i].Role != role)
                {
                    wrongRoles.Add($"line {number}: {role} expected, {found[i].Role} found in: {marked.Segments.Text}");
                }

                subjects++;
                string? subject = expected[i].GetProperty("subject").GetString();
                string? name = found[i].Subject is { } id ? marked.Entities[id].Name : null;
                if (name != subject)
                {
                    wrongSubjects.Add($"line {number}: subject '{subject}' expected, '{name}' found in: {marked.Segments.Text}");
                }
            }
        }

        wrongRoles.Should().HaveCountLessThanOrEqualTo(amounts * 8 / 100);
        wrongSubjects.Should().HaveCountLessThanOrEqualTo(subjects * 5 / 100);
    }
}
