using System.Text;

namespace Ascribe.Lexicons;

/// <summary>
/// One lexicon file: a tab-separated table with a header line. Lines that begin with '#' and empty lines are skipped. An embedded file
/// is named by its path below lexicons/: "en/weapons.tsv".
/// </summary>
public sealed class LexiconTable
{
    private readonly Dictionary<string, int> _columns;

    private LexiconTable(string name, Dictionary<string, int> columns, List<Row> rows)
    {
        Name = name;
        _columns = columns;
        Rows = rows;
    }

    public string Name { get; }

    public IReadOnlyList<Row> Rows { get; }

    /// <exception cref="InvalidDataException">There is no such lexicon, or a line is malformed; the message names file and line.</exception>
    public static LexiconTable Load(string name)
    {
        using var stream = typeof(LexiconTable).Assembly.GetManifestResourceStream("lexicons/" + name)
            ?? throw new InvalidDataException($"lexicons/{name}: there is no such lexicon.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(name, reader);
    }

    /// <exception cref="InvalidDataException">A line is malformed; the message names file and line.</exception>
    public static LexiconTable Read(string name, TextReader reader)
    {
        Dictionary<string, int>? columns = null;
        var rows = new List<Row>();
        var table = new LexiconTable(name, [], rows);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (columns is null)
            {
                columns = table._columns;
                for (var i = 0; i < cells.Length; i++) columns[cells[i]] = i;
                continue;
            }

            if (cells.Length > columns.Count)
                throw new InvalidDataException($"lexicons/{name}, line {number}: {cells.Length} cells, at most {columns.Count} expected.");
            rows.Add(new Row(table, number, cells));
        }

        if (columns is null) throw new InvalidDataException($"lexicons/{name}: a header line is expected.");
        return table;
    }

    /// <summary>One line of the table.</summary>
    public readonly struct Row
    {
        private readonly LexiconTable _table;
        private readonly string[] _cells;

        internal Row(LexiconTable table, int line, string[] cells)
        {
            _table = table;
            Line = line;
            _cells = cells;
        }

        /// <summary>Line number in the file, from 1.</summary>
        public int Line { get; }

        /// <summary>The cell of the column, trimmed; empty where the line ends before it.</summary>
        /// <exception cref="InvalidDataException">The table has no such column.</exception>
        public string this[string column]
        {
            get
            {
                if (!_table._columns.TryGetValue(column, out var index))
                    throw new InvalidDataException($"lexicons/{_table.Name}: a column '{column}' is expected.");
                return index < _cells.Length ? _cells[index].Trim() : "";
            }
        }

        /// <summary>The cell read as a snake_case name of an enum value; <paramref name="fallback"/> where it is empty.</summary>
        /// <exception cref="InvalidDataException">The cell is none of the enum's names.</exception>
        public T Value<T>(string column, T fallback)
            where T : struct, Enum
        {
            var cell = this[column];
            if (cell.Length == 0) return fallback;
            if (Enum.TryParse<T>(cell.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value)) return value;
            throw Error($"'{cell}' is no {typeof(T).Name}.");
        }

        public InvalidDataException Error(string what) => new($"lexicons/{_table.Name}, line {Line}: {what}");
    }
}
