using System.Globalization;
using System.Text;

namespace Ascribe.Dossiers.Exports;

/// <summary>
/// A row of comma-separated values after RFC 4180. Spreadsheets run a cell that begins with = + - @ or a tab as a formula; such text gets an apostrophe before it. Numbers are written as they are.
/// </summary>
internal sealed class CsvRow
{
    /// <summary>The last four are wide forms that some spreadsheets take for the first four.</summary>
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    private readonly StringBuilder _line = new();
    private int _cells;

    public static string Of(IEnumerable<string> texts)
    {
        var row = new CsvRow();
        foreach (var text in texts) row.Add(text);
        return row.ToString();
    }

    /// <summary>A cell of text; null: an empty one.</summary>
    public CsvRow Add(string? text)
    {
        text ??= "";
        if (text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal)) text = "'" + text;
        return Cell(text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    /// <summary>A cell of several texts with "; " between them.</summary>
    public CsvRow Add(IEnumerable<string?> texts) => Add(string.Join("; ", texts.Where(t => t is { Length: > 0 })));

    public CsvRow Add(long? number) => Cell(number?.ToString(CultureInfo.InvariantCulture) ?? "");

    public CsvRow Add(double? number) => Cell(number?.ToString("0.#####", CultureInfo.InvariantCulture) ?? "");

    /// <summary>1 or 0; null: an empty cell.</summary>
    public CsvRow Add(bool? flag) => Cell(flag is { } yes ? yes ? "1" : "0" : "");

    /// <summary>The row with its line end.</summary>
    public override string ToString() => _line + "\r\n";

    private CsvRow Cell(string written)
    {
        if (_cells++ > 0) _line.Append(',');
        _line.Append(written);
        return this;
    }
}
