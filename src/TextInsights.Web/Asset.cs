using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace TextInsights.Web;

/// <summary>A file of the page: style sheet, script, picture. Browsers keep it and ask whether it is still the same.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Asset(string ContentType, byte[] Content)
{
    private readonly EntityTagHeaderValue _tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 8))}\"");

    public static byte[] Read(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks its resource '{name}'.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    public void MapTo(IEndpointRouteBuilder routes, string path) => routes.MapGet(path, (HttpResponse response) =>
    {
        response.Headers.CacheControl = "no-cache";
        return Results.Bytes(Content, ContentType, entityTag: _tag);
    }).ExcludeFromDescription();
}
