using Microsoft.ML.Data;

namespace TextInsights.Pipelines;

/// <summary>What the mapping takes from a row.</summary>
internal sealed class ArticleRow
{
    public const string TextColumn = "TextInsights.Text";
    public const string ModelsColumn = "TextInsights.Models";

    [ColumnName(TextColumn)]
    public string Text { get; set; } = "";

    /// <summary>Folder of the models; empty for those inside the package.</summary>
    [ColumnName(ModelsColumn)]
    public string Models { get; set; } = "";
}
