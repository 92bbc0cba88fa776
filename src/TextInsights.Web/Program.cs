using TextInsights.DependencyInjection;
using TextInsights.Web;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddTextInsights(builder.Configuration);
builder.Services.AddAnalysis();
builder.Services.AddProblems();
builder.Services.AddApiDescription();

WebApplication app = builder.Build();
app.UseSecurityHeaders();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapPage();
app.MapAnalysis();
app.MapHealthChecks("/health");
app.MapOpenApi("/openapi.json");
await app.RunAsync();
