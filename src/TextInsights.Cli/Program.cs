using TextInsights.Cli;

return await CommandLine.RunAsync(args);
