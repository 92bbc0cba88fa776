using System.Collections.Immutable;
using Microsoft.ML;
using TextInsights.Models;

namespace TextInsights.Tests.Models;

public class CompiledWeightsTests
{
    public static IEnumerable<object[]> Zips =>
        from model in ModelFolder.Embedded.ModelNames
        from file in ModelFolder.Embedded.ReadManifest(model).Files
        where file.Name.EndsWith(".zip", StringComparison.Ordinal)
        select new object[] { model, file.Name };

    [Theory]
    [MemberData(nameof(Zips))]
    public void The_weights_beside_a_shipped_zip_are_those_inside_it(string model, string zip)
    {
        ModelManifest manifest = ModelFolder.Embedded.ReadManifest(model);
        ITransformer transformer = new MLContext().Model.Load(new MemoryStream(ModelFolder.Embedded.ReadFile(model, manifest, zip)), out _);
        ImmutableArray<string> labels = [.. Enumerable.Range(0, LinearModel.ClassCountOf(transformer)).Select(i => $"{i}")];

        LinearModel original = LinearModel.FromTransformer(transformer, labels);
        LinearModel compiled = LinearModel.Load(ModelFolder.Embedded, model, manifest, zip, labels);

        compiled.Biases.ToArray().Should().Equal(original.Biases.ToArray());
        compiled.Rows.Used.SequenceEqual(original.Rows.Used).Should().BeTrue("the same features weigh something");
        compiled.Weights.SequenceEqual(original.Weights).Should().BeTrue("bit by bit");
    }
}
