using System.Reflection;
using TextInsights.Training;

namespace TextInsights.Tests.Conventions;

public class PublicTypesTests
{
    public static TheoryData<Assembly> Packages => new(typeof(TextAnalyzer).Assembly, typeof(ModelTrainer).Assembly);

    [Theory]
    [MemberData(nameof(Packages))]
    public void Public_types_are_sealed_static_enums_interfaces_or_readonly_structs(Assembly package)
    {
        Type[] types = package.GetExportedTypes();
        types.Should().NotBeEmpty();
        types.Where(t => !IsClosed(t)).Should().BeEmpty();
    }

    [Fact]
    public void Public_types_of_the_library_live_in_the_root_namespace_or_one_of_the_documented_folders() =>
        typeof(TextAnalyzer).Assembly.GetExportedTypes().Select(t => t.Namespace).Distinct()
            .Should().BeSubsetOf(["TextInsights", "TextInsights.Serialization", "TextInsights.DependencyInjection"]);

    [Fact]
    public void Money_is_never_a_double() =>
        typeof(MonetaryAmount).GetProperties().Where(p => p.Name is "Minimum" or "Maximum").Select(p => p.PropertyType)
            .Should().Equal(typeof(decimal?), typeof(decimal?));

    [Theory]
    [MemberData(nameof(Packages))]
    public void No_static_field_can_be_set(Assembly package)
    {
        FieldInfo[] settable = [.. package.GetTypes()
            .Where(t => t.Namespace?.StartsWith("TextInsights", StringComparison.Ordinal) == true && !t.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => !f.IsInitOnly && !f.IsLiteral && !f.Name.Contains('<', StringComparison.Ordinal))
            .Where(f => !typeof(System.Text.Json.Serialization.JsonSerializerContext).IsAssignableFrom(f.DeclaringType))];
        settable.Select(f => $"{f.DeclaringType}.{f.Name}").Should().BeEmpty();
    }

    private static bool IsClosed(Type type) =>
        type.IsInterface || type.IsEnum || type.IsSealed || (type.IsValueType && type.GetCustomAttributesData().Any(a => a.AttributeType.Name == "IsReadOnlyAttribute"));
}
