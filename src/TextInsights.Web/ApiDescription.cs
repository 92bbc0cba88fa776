using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using TextInsights.Serialization;

namespace TextInsights.Web;

/// <summary>The service as an OpenAPI document.</summary>
internal static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, TextInsightsJson.Compact);
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddOpenApi(options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "TextInsights",
                    Version = typeof(ITextAnalyzer).Assembly.GetName().Version?.ToString(3),
                    Description = "Reads German business news: entities, exact monetary amounts, valuations, deals, sentiment. Offsets count UTF-16 code units.",
                };
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, context, _) =>
            {
                Type type = context.JsonTypeInfo.Type;
                if (type == typeof(Currency) || type == typeof(Currency?))
                {
                    // A converter of its own tells the schema nothing.
                    schema.Type = JsonSchemaType.String | (type == typeof(Currency?) ? JsonSchemaType.Null : 0);
                    schema.Pattern = "^[A-Z]{3,5}$";
                }
                else if (type == typeof(decimal) || type == typeof(decimal?))
                {
                    // Money is exact; a reader that takes it for a double loses cents.
                    schema.Format = "decimal";
                }

                return Task.CompletedTask;
            });
        });
    }

    public static void DescribeAnalysis(this RouteHandlerBuilder endpoint) => endpoint
        .WithName("Analyze")
        .WithSummary("Reads one article.")
        .WithDescription("Takes JSON, or the article as plain text with its id in the query. Gives the facts as JSON, or as HTML to show if that is accepted rather.")
        .Produces<AnalyzedDocument>(StatusCodes.Status200OK, "application/json")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status406NotAcceptable)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .AddOpenApiOperationTransformer(async (operation, context, cancellation) =>
        {
            // Not told by Accepts(): routing would then refuse other types without saying what is expected.
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(AnalyzeRequest), null, cancellation) },
                    ["text/plain"] = new() { Schema = Text() },
                },
            };
            operation.Parameters = [new OpenApiParameter { Name = "id", In = ParameterLocation.Query, Description = "The id of an article in plain text.", Schema = Text() }];
            operation.Responses!["200"].Content!["text/html"] = new OpenApiMediaType { Schema = Text() };
        });

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}
