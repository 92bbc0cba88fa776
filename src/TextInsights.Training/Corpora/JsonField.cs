using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace TextInsights.Training;

/// <summary>Something wrong with a field of a line.</summary>
internal readonly record struct FieldProblem(string Field, string Message);

/// <summary>
/// A JSON value with its path. Reading a field of the wrong kind notes a problem and gives a default, so that one pass finds
/// everything that is wrong with a line.
/// </summary>
internal readonly record struct JsonField(JsonElement Value, string Path, List<FieldProblem> Problems)
{
    public bool Has(string name) => Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(name, out _);

    public string Text(string name) => Required(name) is { } field ? field.AsText() ?? "" : "";

    public string? TextOrNull(string name) => Find(name)?.AsText();

    public int Integer(string name) => Required(name) is { } field ? field.AsInteger() ?? 0 : 0;

    public int? IntegerOrNull(string name) => Find(name)?.AsInteger();

    public decimal? DecimalOrNull(string name) => Find(name) is { } field
        ? field.Value.ValueKind == JsonValueKind.Number && field.Value.TryGetDecimal(out decimal number) ? number : field.Wrong<decimal?>("a number is expected")
        : null;

    public T Choice<T>(string name)
        where T : struct, Enum => Required(name) is { } field ? field.AsChoice<T>() ?? default : default;

    public T? ChoiceOrNull<T>(string name)
        where T : struct, Enum => Find(name)?.AsChoice<T>();

    public Currency? CurrencyOrNull(string name)
    {
        if (Find(name) is not { } field || field.AsText() is not { } code)
        {
            return null;
        }

        try
        {
            return new Currency(code);
        }
        catch (ArgumentException)
        {
            return field.Wrong<Currency?>("a currency code such as EUR is expected");
        }
    }

    public ImmutableArray<T> List<T>(string name, Func<JsonField, T> read) => Required(name) is { } field ? field.AsList(read) ?? [] : [];

    public ImmutableArray<T>? ListOrNull<T>(string name, Func<JsonField, T> read) => Find(name)?.AsList(read);

    public string? AsText()
    {
        if (Value.ValueKind != JsonValueKind.String)
        {
            return Wrong<string?>("a string is expected");
        }

        try
        {
            return Value.GetString();
        }
        catch (InvalidOperationException)
        {
            return Wrong<string?>("the string is no valid Unicode");
        }
    }

    public int? AsInteger() =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out int number) ? number : Wrong<int?>("a whole number is expected");

    public ImmutableArray<T>? AsList<T>(Func<JsonField, T> read)
    {
        if (Value.ValueKind != JsonValueKind.Array)
        {
            return Wrong<ImmutableArray<T>?>("a list is expected");
        }

        var list = ImmutableArray.CreateBuilder<T>(Value.GetArrayLength());
        foreach (JsonElement item in Value.EnumerateArray())
        {
            list.Add(read(new JsonField(item, $"{Path}[{list.Count}]", Problems)));
        }

        return list.DrainToImmutable();
    }

    private T? AsChoice<T>()
        where T : struct, Enum
    {
        if (AsText() is not { } word)
        {
            return null;
        }

        return Words<T>.Values.TryGetValue(word, out T value)
            ? value
            : Wrong<T?>($"'{word}' is none of {string.Join(", ", Words<T>.Values.OrderBy(w => w.Value).Select(w => w.Key))}");
    }

    // A field that is absent or null is not there.
    private JsonField? Find(string name)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return Value.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? new JsonField(value, Path.Length == 0 ? name : $"{Path}.{name}", Problems)
            : null;
    }

    private JsonField? Required(string name)
    {
        if (Find(name) is { } field)
        {
            return field;
        }

        Problems.Add(Value.ValueKind == JsonValueKind.Object
            ? new FieldProblem(Path.Length == 0 ? name : $"{Path}.{name}", "missing.")
            : new FieldProblem(Path, $"an object with '{name}' is expected."));
        return null;
    }

    private T? Wrong<T>(string message)
    {
        Problems.Add(new FieldProblem(Path, message + "."));
        return default;
    }

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> Values =
            Enum.GetValues<T>().ToFrozenDictionary(v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()));
    }
}
