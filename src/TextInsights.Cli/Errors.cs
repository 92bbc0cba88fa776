using TextInsights.Training;

namespace TextInsights.Cli;

/// <summary>A command line that parses but makes no sense.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Turns what commands throw into messages and exit codes; what nobody expects keeps its stack trace.</summary>
internal static class Errors
{
    // errno of a pipe whose reader has left ("head"), which .NET puts into HResult as it is.
    private const int BrokenPipe = 32;

    public static int Handle(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (IOException e) when (e.HResult == BrokenPipe)
        {
            return ExitCode.Success;
        }
        catch (UsageException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.WrongUsage;
        }
        catch (Exception e) when (IsExpected(e))
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.Failure;
        }
    }

    /// <summary>Whether the cause lies outside the program: files, models, data.</summary>
    public static bool IsExpected(Exception e) =>
        e is IOException or UnauthorizedAccessException or InvalidDataException or ModelException or CorpusException;
}
