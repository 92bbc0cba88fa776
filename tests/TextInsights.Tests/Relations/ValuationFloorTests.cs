using System.Collections.Immutable;
using TextInsights.Amounts;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Segmentation;
using TextInsights.Tests.Conventions;
using TextInsights.Training;

namespace TextInsights.Tests.Relations;

/// <summary>Roles and valuations on the articles kept for development, from gold names and amounts: what these stages can do by themselves.</summary>
public class ValuationFloorTests
{
    [Fact]
    public void Roles_and_valuations_of_the_dev_articles_hold_their_floors()
    {
        RoleClassifier classifier = RoleClassifier.Load(ModelFolder.Embedded);
        ValuationExtractor extractor = ValuationExtractor.Load(ModelFolder.Embedded);
        int roles = 0, rightRoles = 0, gold = 0, found = 0, right = 0;
        foreach (AnnotatedDocument document in AnnotatedCorpus.Read(Path.Combine(Repository.Root, "data/articles/dev.jsonl")))
        {
            SegmentedText text = GoldStages.Segment(document);
            ImmutableArray<Entity> entities = GoldStages.Entities(document);
            ImmutableArray<EntityReference> references = ReferenceResolver.Resolve(text, entities).Sure;
            ImmutableArray<MonetaryAmount> amounts = classifier.Classify(text, entities, references, GoldStages.RecognizedAmounts(document, text));
            ImmutableArray<MonetaryAmount> expected = GoldStages.Amounts(document, entities);
            roles += amounts.Length;
            rightRoles += amounts.Where((amount, i) => amount.Role == expected[i].Role).Count();

            ImmutableArray<Valuation> valuations = extractor.Extract(text, references, amounts);
            gold += document.Valuations!.Value.Length;
            found += valuations.Length;
            right += valuations.Count(v => document.Valuations.Value.Any(g => g.Amount == v.Amount && g.Company == entities[v.Company].Name));
        }

        (100.0 * rightRoles / roles).Should().BeGreaterThan(74, "accuracy of roles");
        (200.0 * right / (gold + found)).Should().BeGreaterThan(55, "F1 of company and amount");
    }
}
