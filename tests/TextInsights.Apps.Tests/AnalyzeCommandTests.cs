using System.Text.Json;

namespace TextInsights.Apps.Tests;

public sealed class AnalyzeCommandTests : IDisposable
{
    private const string Article = "Nordwerk [greift] zu\n\nDie Nordwerk AG zahlt mindestens 5 Mio. Euro für die Lorenz GmbH.\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_text_file_is_one_document_in_the_contract()
    {
        CliResult result = await CliProcess.RunAsync("analyze", _folder.Write("wirtschaft.txt", Article));
        result.Should().Match<CliResult>(r => r.ExitCode == 0 && r.Error == "");
        string line = result.OutputLines.Should().ContainSingle().Subject;
        var document = AnalyzedDocument.FromJson(line);
        document.Id.Should().Be("wirtschaft.txt");
        document.ToJson().Should().Be(line);
        document.Amounts.Should().ContainSingle().Which.Minimum.Should().Be(5_000_000);
        JsonDocument.Parse(line).RootElement.EnumerateObject().Select(p => p.Name)
            .Should().Equal("id", "sentences", "entities", "amounts", "valuations", "deals", "sentiment");
    }

    [Fact]
    public async Task Lines_keep_their_order_and_take_their_number_where_an_id_is_missing()
    {
        CliResult result = await CliProcess.RunWithInputAsync("\uFEFF" + """
            {"id": "zwei", "text": "Umsatz: 3 Mrd. Euro.", "title": {"text": [1]}}
            {"text": ""}

            {"id": null, "text": "Ende."}
            {"id": 17, "text": "Letzte Zeile ohne Umbruch"}
            """, "analyze");
        result.Should().Match<CliResult>(r => r.ExitCode == 0 && r.Error == "");
        result.OutputLines.Select(l => AnalyzedDocument.FromJson(l).Id).Should().Equal("zwei", "2", "4", "17");
    }

    [Fact]
    public async Task Bad_lines_are_named_and_the_rest_is_processed()
    {
        string file = _folder.Write("news.jsonl", """
            {"id": "a", "text": "Gut."}
            {"id": "b", "text":
            {"id": "a", "text": "Schon da."}
            {"id": "c"}
            [1]
            {"id": "d", "text": "\ud800"}
            {"id": {}, "text": "e"}
            {"id": "f", "text": "Auch gut."} x
            {"id": "g", "text": "Gut."}
            """);
        CliResult result = await CliProcess.RunAsync("analyze", file, _folder.PathOf("fehlt.txt"), _folder.Write("gut.txt", "Gut."));
        result.ExitCode.Should().Be(1);
        result.OutputLines.Select(l => AnalyzedDocument.FromJson(l).Id).Should().Equal("a", "g", "gut.txt");
        string[] expected =
        [
            $"{file}, line 2: no JSON at byte *",
            $"{file}, line 3: id 'a' stands in an earlier line, too.",
            $"{file}, line 4: field text: missing.",
            $"{file}, line 5: an object such as *",
            $"{file}, line 6: a string is no valid Unicode.",
            $"{file}, line 7: field id: a string is expected.",
            $"{file}, line 8: no JSON at byte *",
            $"{_folder.PathOf("fehlt.txt")}: *",
        ];
        result.ErrorLines.Should().HaveCount(expected.Length);
        result.ErrorLines.Zip(expected).Should().AllSatisfy(pair => pair.First.Should().Match(pair.Second));
    }

    [Fact]
    public async Task A_text_in_another_encoding_is_refused_and_a_byte_order_mark_is_no_text()
    {
        string latin = _folder.PathOf("latin.txt"), marked = _folder.PathOf("bom.txt");
        File.WriteAllBytes(latin, "M\u00FCnchen"u8.ToArray().Select(b => b == 0xC3 ? (byte)0xFC : b).ToArray());
        File.WriteAllBytes(marked, [0xEF, 0xBB, 0xBF, (byte)'J', (byte)'a', (byte)'.']);
        CliResult result = await CliProcess.RunAsync("analyze", latin, marked);
        result.ExitCode.Should().Be(1);
        result.ErrorLines.Should().ContainSingle().Which.Should().Be($"{latin}: no UTF-8 text: unexpected byte at 1.");
        AnalyzedDocument.FromJson(result.Output).Sentences.Should().ContainSingle().Which.End.Should().Be(3);
    }

    [Fact]
    public async Task Json_is_the_document_of_a_text_file_and_a_list_of_all_others()
    {
        string file = _folder.Write("a.txt", Article);
        CliResult one = await CliProcess.RunAsync("analyze", file, "--format", "json");
        AnalyzedDocument.FromJson(one.Output).ToJson(indented: true).Should().Be(one.Output.TrimEnd());
        CliResult two = await CliProcess.RunAsync("analyze", file, file, "--format", "json");
        JsonDocument.Parse(two.Output).RootElement.GetArrayLength().Should().Be(2);
        CliResult none = await CliProcess.RunAsync("analyze", "--format", "json");
        JsonDocument.Parse(none.Output).RootElement.GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Csv_is_a_fact_a_row_and_holds_no_formulas()
    {
        CliResult result = await CliProcess.RunWithInputAsync("""
            {"id": "=cmd", "text": "Der Umsatz der Nordwerk AG stieg auf „mehr, als erwartet“: 5,5 Mio. Euro."}
            {"id": "a\"b", "text": "Nichts."}
            """, "analyze", "--format", "csv");
        string[] rows = result.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        rows[0].Should().StartWith("document,fact,kind,name,buyers,");
        rows.Should().Contain(r => r.StartsWith("'=cmd,entity,organization,Nordwerk AG,"))
            .And.Contain(r => r.StartsWith("'=cmd,amount,") && r.Contains(",5500000,5500000,EUR,") && r.EndsWith(",\"5,5 Mio. Euro\""))
            .And.Contain(r => r.StartsWith("\"a\"\"b\",sentiment,,"));
    }

    [Fact]
    public async Task Html_is_one_page_of_all_documents()
    {
        string output = _folder.PathOf("news.html"), input = _folder.Write("news.jsonl", """
            {"id": "eins", "text": "Die Nordwerk AG zahlt 5 Mio. Euro."}
            {"id": "</title><script>", "text": "<b>Nichts</b>."}
            """);
        (await CliProcess.RunAsync("analyze", input, "--format", "html", "--output", output)).Should().Be(new CliResult(0, "", ""));
        string page = await File.ReadAllTextAsync(output);
        page.Should().StartWith("<!DOCTYPE html>").And.EndWith("</html>\n").And.Contain("<a href=\"#d0\">eins</a>").And.Contain("&lt;b&gt;Nichts&lt;/b&gt;.");
        page.Split("<section class=\"document\"").Should().HaveCount(3);
        page.Split("<script").Should().HaveCount(2);
        CliResult none = await CliProcess.RunAsync("analyze", "--format", "html");
        none.Output.Should().StartWith("<!DOCTYPE html>").And.EndWith("</html>\n");
    }

    [Fact]
    public async Task A_table_in_a_pipe_is_plain_text_with_the_article_as_it_is()
    {
        CliResult result = await CliProcess.RunAsync("analyze", _folder.Write("a.txt", Article), "--format", "table");
        result.Output.Should().Contain("Nordwerk [greift] zu").And.Contain("≥ 5,000,000 EUR").And.NotContain("\e");
    }

    [Fact]
    public async Task An_output_file_is_replaced_only_when_it_is_complete()
    {
        string output = _folder.Write("facts.jsonl", "old");
        string input = _folder.Write("a.txt", Article);
        (await CliProcess.RunAsync("analyze", input, "--models", _folder.PathOf("fehlt"), "--output", output)).ExitCode.Should().Be(1);
        File.ReadAllText(output).Should().Be("old");
        CliResult result = await CliProcess.RunAsync("analyze", input, "--output", output);
        result.Should().Be(new CliResult(0, "", ""));
        AnalyzedDocument.FromJson(File.ReadAllText(output)).Id.Should().Be("a.txt");
        string other = _folder.PathOf("new.jsonl");
        (await CliProcess.RunAsync("analyze", input, "--output", other)).Should().Be(new CliResult(0, "", ""));
        Directory.GetFiles(_folder.Path).Should().BeEquivalentTo(output, input, other);
    }

    [Theory]
    [InlineData("fehlt/facts.jsonl")]
    [InlineData(".")]
    public async Task An_unwritable_output_is_an_error_before_any_work(string name)
    {
        string input = _folder.Write("a.txt", Article);
        CliResult result = await CliProcess.RunAsync("analyze", input, "--output", _folder.PathOf(name));
        result.ExitCode.Should().Be(1);
        result.ErrorLines.Should().ContainSingle().Which.Should().Contain(_folder.Path);
        Directory.GetFileSystemEntries(_folder.Path).Should().Equal(input);
    }

    [Fact]
    public async Task A_named_pipe_is_written_to_and_stays_one()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string pipe = _folder.PathOf("pipe");
        System.Diagnostics.Process.Start("mkfifo", [pipe]).WaitForExit();
        Task<string> reading = Task.Run(() => File.ReadAllText(pipe));
        (await CliProcess.RunAsync("analyze", _folder.Write("a.txt", Article), "--output", pipe)).ExitCode.Should().Be(0);
        AnalyzedDocument.FromJson(await reading).Id.Should().Be("a.txt");
        Directory.GetFiles(_folder.Path).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_missing_model_says_which_file_and_what_rebuilds_it()
    {
        CliResult result = await CliProcess.RunAsync("analyze", _folder.Write("a.txt", Article), "--models", _folder.Path);
        result.ExitCode.Should().Be(1);
        result.ErrorLines.Should().ContainSingle().Which.Should().Contain("manifest.json").And.Contain("textinsights train");
    }
}
