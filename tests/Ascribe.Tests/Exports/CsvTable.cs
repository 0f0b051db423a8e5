using System.Text;

namespace Ascribe.Tests.Exports;

/// <summary>Reads comma-separated values strictly after RFC 4180: line ends are CR LF, a quote stands in quoted cells alone, all rows are as long as the first.</summary>
internal sealed class CsvTable
{
    private readonly List<string[]> _rows = [];

    public CsvTable(string text)
    {
        var at = 0;
        while (at < text.Length) _rows.Add(RowAt(text, ref at));
        Assert.All(_rows, r => Assert.Equal(_rows[0].Length, r.Length));
    }

    public IReadOnlyList<string> Columns => _rows[0];

    public int Count => _rows.Count - 1;

    public string this[int row, string column] => _rows[row + 1][Array.IndexOf(_rows[0], column)];

    /// <summary>The row of which a column has a value.</summary>
    public int Row(string column, string value) => Enumerable.Range(0, Count).First(r => this[r, column] == value);

    private static string[] RowAt(string text, ref int at)
    {
        var cells = new List<string>();
        while (true)
        {
            cells.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            return [.. cells];
        }
    }

    private static string Plain(string text, ref int at)
    {
        var start = at;
        while (text[at] is not (',' or '\r' or '\n')) Assert.NotEqual('"', text[at++]);
        return text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; text[at] != '"' || text[at + 1] == '"'; at++)
        {
            if (text[at] == '"') at++;
            cell.Append(text[at]);
        }

        at++;
        return cell.ToString();
    }
}
