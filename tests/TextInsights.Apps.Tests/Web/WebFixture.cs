using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using TextInsights.Web;

namespace TextInsights.Apps.Tests.Web;

/// <summary>The service in the test's process.</summary>
public sealed class WebFixture : IDisposable
{
    private readonly WebApplicationFactory<AnalysisLimits> _factory = new();

    public WebFixture() => Client = _factory.CreateClient();

    public HttpClient Client { get; }

    /// <summary>The service with another analyzer and other settings.</summary>
    internal WebApplicationFactory<AnalysisLimits> With(ITextAnalyzer analyzer, params (string Key, string Value)[] settings) =>
        _factory.WithWebHostBuilder(host =>
        {
            foreach ((string key, string value) in settings)
            {
                host.UseSetting(key, value);
            }

            host.ConfigureTestServices(services => services.AddSingleton(analyzer));
        });

    public void Dispose() => _factory.Dispose();
}
