using System.Buffers;
using System.IO.Pipelines;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace TextInsights.Web;

/// <summary>Reads an article out of a request: JSON, or plain text; both in UTF-8.</summary>
internal static class RequestBody
{
    private const string Json = "application/json", PlainText = "text/plain";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions JsonOptions = new() { AllowDuplicateProperties = false };

    /// <summary>The article.</summary>
    /// <exception cref="RefusedRequestException">The body is too large, of another kind, or broken.</exception>
    public static async Task<AnalyzeRequest> ReadAsync(HttpRequest request, int mostBytes, CancellationToken cancellation)
    {
        string kind = KindOf(request);
        if (request.ContentLength > mostBytes)
        {
            throw TooLarge(mostBytes);
        }

        ReadResult read = await request.BodyReader.ReadAtLeastAsync(mostBytes + 1, cancellation);
        if (read.Buffer.Length > mostBytes)
        {
            throw TooLarge(mostBytes);
        }

        byte[] body = read.Buffer.ToArray();
        request.BodyReader.AdvanceTo(read.Buffer.End);
        return kind == Json ? Parse(body) : new AnalyzeRequest(Decode(body), request.Query["id"]);
    }

    private static string KindOf(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count == 0
            && MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            && type.CharSet?.Trim('"') is null or "utf-8" or "UTF-8" or "utf8")
        {
            if (string.Equals(type?.MediaType, Json, StringComparison.OrdinalIgnoreCase))
            {
                return Json;
            }

            if (string.Equals(type?.MediaType, PlainText, StringComparison.OrdinalIgnoreCase))
            {
                return PlainText;
            }
        }

        throw new RefusedRequestException(StatusCodes.Status415UnsupportedMediaType, $"A body of type {Json} or {PlainText} in UTF-8 is expected.");
    }

    private static AnalyzeRequest Parse(byte[] body)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body, JsonOptions);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Broken("An object such as {\"text\": \"…\", \"id\": \"…\"} is expected.");
            }

            return new AnalyzeRequest(StringOf(json.RootElement, "text") ?? throw Broken("Field text: missing."), StringOf(json.RootElement, "id"));
        }
        catch (JsonException e)
        {
            throw Broken(e.LineNumber is { } line ? $"No JSON in line {line + 1}, byte {e.BytePositionInLine + 1}." : "A field occurs twice.");
        }
    }

    private static string? StringOf(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            throw Broken($"Field {name}: a string is expected.");
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Broken($"Field {name}: no valid Unicode.");
        }
    }

    private static string Decode(byte[] body)
    {
        try
        {
            int start = body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            return StrictUtf8.GetString(body, start, body.Length - start);
        }
        catch (DecoderFallbackException e)
        {
            throw Broken($"No UTF-8 text: unexpected byte at {e.Index}.");
        }
    }

    private static RefusedRequestException Broken(string detail) => new(StatusCodes.Status400BadRequest, detail);

    private static RefusedRequestException TooLarge(int most) =>
        new(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {most} bytes.");
}
