using System.Reflection;
using System.Text;
using TextInsights.Training;

namespace TextInsights.Tests.Conventions;

/// <summary>The public surface is a file that people review: a changed line there is a changed promise.</summary>
public class PublicApiTests
{
    [Theory]
    [InlineData(typeof(TextAnalyzer))]
    [InlineData(typeof(ModelTrainer))]
    public void Public_api_is_the_approved_one(Type anyTypeOfThePackage)
    {
        string name = anyTypeOfThePackage.Assembly.GetName().Name!;
        string file = Repository.PathOf("tests", "TextInsights.Tests", "Conventions", $"PublicApi.{name}.txt");
        string actual = Describe(anyTypeOfThePackage.Assembly);
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, $"PublicApi.{name}.received.txt"), actual);
        string approved = File.Exists(file) ? File.ReadAllText(file) : "";
        actual.Should().Be(approved, $"the public API of {name} changed; if that is wanted, copy PublicApi.{name}.received.txt from the test output folder over {file}");
    }

    private static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(type.IsInterface ? "interface " : type.IsEnum ? "enum " : type.IsValueType ? "struct " : "class ").Append(Name(type)).Append('\n');
            IEnumerable<string> members = type.IsEnum
                ? Enum.GetNames(type).Select(n => $"{n} = {Convert.ToInt32(Enum.Parse(type, n), System.Globalization.CultureInfo.InvariantCulture)}")
                : type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(Member).OfType<string>();
            foreach (string member in members.Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    // Members that the compiler writes for every record would drown those that people wrote.
    private static string? Member(MemberInfo member) => member switch
    {
        MethodInfo { IsSpecialName: true } => null,
        MethodInfo m when m.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "<Clone>$" => null,
        MethodInfo m => $"{Name(m.ReturnType)} {m.Name}({Parameters(m)})",
        ConstructorInfo c => $"new({Parameters(c)})",
        PropertyInfo p => $"{Name(p.PropertyType)} {p.Name} {{ {(p.CanRead ? "get; " : "")}{(p.CanWrite ? "init; " : "")}}}",
        FieldInfo f => $"{Name(f.FieldType)} {f.Name}",
        _ => null,
    };

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? " = " + (p.DefaultValue ?? "default") : "")}"));

    private static string Name(Type type) => type switch
    {
        { IsByRef: true } => $"ref {Name(type.GetElementType()!)}",
        { IsGenericType: true } => $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>",
        _ => type.Namespace == "System" ? type.Name : type.FullName ?? type.Name,
    };
}
