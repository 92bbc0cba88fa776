using System.Text;
using System.Text.Json;

namespace TextInsights.Cli.Input;

/// <summary>Reads <c>{"id", "text"}</c> out of a line; other fields are skipped.</summary>
internal static class JsonLine
{
    public static InputDocument Parse(string source, int number, ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return InputDocument.Broken(source, number, "an object such as {\"id\": \"1\", \"text\": \"…\"} is expected.");
            }

            string? id = null, text = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isId = reader.ValueTextEquals("id"u8), isText = reader.ValueTextEquals("text"u8);
                reader.Read();
                if (isId)
                {
                    id = reader.TokenType switch
                    {
                        JsonTokenType.String => reader.GetString(),
                        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                        JsonTokenType.Null => null,
                        _ => throw new FormatException("field id: a string is expected."),
                    };
                }
                else if (isText)
                {
                    text = reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new FormatException("field text: a string is expected.");
                }
                else
                {
                    reader.Skip();
                }
            }

            while (reader.Read())
            {
                // Only the check that nothing stands behind the object.
            }

            return text is null
                ? InputDocument.Broken(source, number, "field text: missing.")
                : new InputDocument(source, number, id ?? number.ToString(System.Globalization.CultureInfo.InvariantCulture), text);
        }
        catch (FormatException e)
        {
            return InputDocument.Broken(source, number, e.Message);
        }
        catch (JsonException e)
        {
            return InputDocument.Broken(source, number, $"no JSON at byte {e.BytePositionInLine + 1}: {Reason(e)}");
        }
        catch (InvalidOperationException)
        {
            return InputDocument.Broken(source, number, "a string is no valid Unicode.");
        }
    }

    // The message without the position, which counts from 0 and from a line of its own.
    private static string Reason(JsonException e) => e.Message.Split(" LineNumber:")[0];
}
