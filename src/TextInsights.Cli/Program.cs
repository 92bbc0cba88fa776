using System.CommandLine;
using TextInsights.Cli;

var root = new RootCommand("Reads German business news: entities, amounts, valuations, deals, sentiment.") { AnalyzeCommand.Create(), TrainCommand.Create() };
return root.Parse(args).Invoke();
