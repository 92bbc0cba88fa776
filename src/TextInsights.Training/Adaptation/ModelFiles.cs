using TextInsights.Models;

namespace TextInsights.Training;

/// <summary>Copies models from folder to folder.</summary>
internal static class ModelFiles
{
    /// <summary>Copies all models; each replaces one of the same name only when its files are complete.</summary>
    public static void Copy(ModelFolder source, string target)
    {
        foreach (string model in source.ModelNames)
        {
            ModelManifest manifest = source.ReadManifest(model);
            ModelWriter.WriteFiles(target, model, manifest.Files.ToDictionary(f => f.Name, f => source.ReadFile(model, manifest, f.Name)), manifest);
        }
    }

    /// <summary>Puts measures in the place of those that training wrote, into all manifests of a model.</summary>
    public static void Remember(string folder, string model, params (string Name, double Value)[] measures)
    {
        ModelFolder models = ModelFolder.At(folder);
        foreach (string name in models.ModelNames.Where(n => n == model || n.StartsWith(model + "/", StringComparison.Ordinal)))
        {
            ModelManifest manifest = models.ReadManifest(name);
            ModelWriter.WriteFiles(folder, name, manifest.Files.ToDictionary(f => f.Name, f => models.ReadFile(name, manifest, f.Name)), manifest with
            {
                Measures = System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(measures.Select(m => KeyValuePair.Create(m.Name, Math.Round(m.Value, 1)))),
            });
        }
    }
}
