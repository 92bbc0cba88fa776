namespace TextInsights.DependencyInjection;

/// <summary>An analyzer whose models can be exchanged while it reads. Every document is read by one set of models from beginning to end; the old set lives until its last document is done.</summary>
public interface IReloadableTextAnalyzer : ITextAnalyzer
{
    /// <summary>Loads the models anew, from the folder that the settings now name, and takes them for all documents from then on.</summary>
    /// <exception cref="ModelException">A model file is missing, damaged or made for another version; the models loaded before stay in use.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The settings are no longer valid; the models loaded before stay in use.</exception>
    void Reload();
}
