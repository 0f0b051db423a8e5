using System.Text;
using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>Reads corpora with names into BILOU classes.</summary>
internal static class NameCorpora
{
    /// <summary>Column files: token first, IOB2 tag last. Each sentence counts as a document of its own.</summary>
    public static IEnumerable<NamedSentence> Columns(string path, NameConvention convention)
    {
        var words = new List<string>();
        var tags = new List<string>();
        var number = 0;
        foreach (var line in CorpusFiles.Lines(path).Append(""))
        {
            if (line.Trim().Length > 0)
            {
                var cells = line.Split('\t', ' ');
                if (line.StartsWith("# ", StringComparison.Ordinal) || cells.Length < 2) continue;
                words.Add(cells[0]);
                tags.Add(cells[^1]);
                continue;
            }

            if (words.Count == 0) continue;
            var spans = new List<(int First, int End, NameKind Kind)>();
            for (var i = 0; i < tags.Count; i++)
            {
                if (!tags[i].StartsWith("B-", StringComparison.Ordinal) || KindOf(tags[i][2..]) is not { } kind) continue;
                var end = i + 1;
                while (end < tags.Count && tags[end] == "I-" + tags[i][2..]) end++;
                spans.Add((i, end, kind));
            }

            yield return new NamedSentence(Treebank.DocumentOf(words), Classes(words.Count, spans), convention, $"{path}#{number++}");
            words.Clear();
            tags.Clear();
        }
    }

    /// <summary>
    /// Sentences written for the project, one a line, names marked as <c>[PER Hadi al-Jubouri]</c> (see lab/corpora/names-en/README.md). Each is a
    /// document of its own.
    /// </summary>
    /// <exception cref="InvalidDataException">A bracket is open, empty or of no known type; the message names file and line.</exception>
    public static IEnumerable<NamedSentence> Marked(string path)
    {
        var tokenizer = Tokenizer.Load("en", Abbreviations.Load("en"));
        var number = 0;
        foreach (var line in CorpusFiles.Lines(path))
        {
            number++;
            var text = new StringBuilder();
            var marks = new List<(TextSpan Span, NameKind Kind)>();
            for (var i = 0; i < line.Length; i++)
            {
                if (line[i] != '[')
                {
                    text.Append(line[i]);
                    continue;
                }

                var blank = line.IndexOf(' ', i);
                var close = line.IndexOf(']', i);
                if (blank < 0 || close < blank + 2 || KindOf(line[(i + 1)..blank]) is not { } kind)
                    throw new InvalidDataException($"{path}, line {number}: '[TYPE name]' with a known type is expected.");
                var start = text.Length;
                text.Append(line, blank + 1, close - blank - 1);
                marks.Add((new TextSpan(start, text.Length), kind));
                i = close;
            }

            var spans = tokenizer.Tokenize(text.ToString());
            var document = new Document(text.ToString(), spans, [.. spans.Select(s => TokenForm.Fold(s.In(text.ToString())))], [0], [true]);
            yield return new NamedSentence(document, Classes(spans.Length, marks.Select(m => Tokens(spans, m))), NameConvention.AllKinds, $"{path}#{number}");
        }
    }

    /// <summary>The tokens that a mark touches: a name inside a hyphenated word may begin or end within a token.</summary>
    private static (int, int, NameKind) Tokens(TextSpan[] spans, (TextSpan Span, NameKind Kind) mark)
    {
        var first = Array.FindIndex(spans, s => s.End > mark.Span.Start);
        var last = Array.FindLastIndex(spans, s => s.Start < mark.Span.End);
        return (first, last + 1, mark.Kind);
    }

    /// <summary>
    /// GUM marks all nominals; the names among them are the runs of proper nouns around the head of mentions of persons, places and
    /// organisations. Other runs of proper nouns stay unlabelled only inside a mention of another type.
    /// </summary>
    public static IEnumerable<NamedSentence> Gum(string path)
    {
        var rows = new List<string[]>();
        var document = "";
        var skip = false;
        var open = new List<(string Id, string Type, int First)>();
        foreach (var line in CorpusFiles.Lines(path).Append(""))
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                document = line["# newdoc id = ".Length..];
                skip = Corpora.IsNonCommercial(document);
            }

            if (line.Length > 0)
            {
                var cells = line.Split('\t');
                if (cells.Length == 10 && !cells[0].Contains('-', StringComparison.Ordinal) && !cells[0].Contains('.', StringComparison.Ordinal)) rows.Add(cells);
                continue;
            }

            if (rows.Count > 0 && !skip)
            {
                var spans = new List<(int, int, NameKind)>();
                open.Clear();
                for (var i = 0; i < rows.Count; i++)
                {
                    var entity = rows[i][9].Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal))?[7..] ?? "";
                    foreach (var (id, type, opens) in Brackets(entity))
                    {
                        if (opens)
                        {
                            open.Add((id, type, i));
                        }
                        else
                        {
                            var at = open.FindLastIndex(o => o.Id == id);
                            if (at < 0) continue;
                            if (NameIn(rows, open[at].First, i + 1) is { } name && KindOf(open[at].Type) is { } kind) spans.Add((name.First, name.End, kind));
                            open.RemoveAt(at);
                        }
                    }
                }

                yield return new NamedSentence(Treebank.DocumentOf([.. rows.Select(r => r[1])]), Classes(rows.Count, spans), NameConvention.ThreeKinds, document);
            }

            rows.Clear();
        }
    }

    /// <summary>The opening and closing brackets of an Entity value; "(4-abstract-…)" both opens and closes.</summary>
    private static IEnumerable<(string Id, string Type, bool Opens)> Brackets(string entity)
    {
        for (var i = 0; i < entity.Length;)
        {
            if (entity[i] == '(')
            {
                var end = i + 1;
                while (end < entity.Length && entity[end] is not ('(' or ')')) end++;
                var parts = entity[(i + 1)..end].Split('-');
                yield return (parts[0], parts.Length > 1 ? parts[1] : "", true);
                if (end < entity.Length && entity[end] == ')')
                {
                    yield return (parts[0], "", false);
                    end++;
                }

                i = end;
            }
            else
            {
                var end = entity.IndexOf(')', i);
                if (end < 0) yield break;
                yield return (entity[i..end], "", false);
                i = end + 1;
            }
        }
    }

    /// <summary>The run of proper nouns around the head of a mention, if its head is one.</summary>
    private static (int First, int End)? NameIn(List<string[]> rows, int first, int end)
    {
        var head = -1;
        for (var i = first; i < end; i++)
        {
            if (int.TryParse(rows[i][6], out var governor) && (governor - 1 < first || governor - 1 >= end)) head = i;
        }

        if (head < 0 || rows[head][3] != "PROPN") return null;
        int from = head, to = head + 1;
        while (from > first && rows[from - 1][3] == "PROPN") from--;
        while (to < end && rows[to][3] == "PROPN") to++;
        return (from, to);
    }

    private static NameKind? KindOf(string type) => type.ToUpperInvariant() switch
    {
        "PER" or "PERSON" => NameKind.Person,
        "LOC" or "LOCATION" or "PLACE" => NameKind.Location,
        "FAC" => NameKind.Facility,
        "ORG" or "ORGANIZATION" or "ORGANISATION" or "CORPORATION" => NameKind.Organization,
        "GROUP" => NameKind.ArmedGroup,
        "UNIT" => NameKind.MilitaryUnit,
        "WEAPON" => NameKind.Weapon,
        "NORP" or "NATIONALITY" => NameKind.Nationality,
        "EVENT" or "MISC" => NameKind.Other,
        _ => null,
    };

    /// <summary>BILOU classes; of nested or crossing names the longer stays.</summary>
    public static int[] Classes(int count, IEnumerable<(int First, int End, NameKind Kind)> names)
    {
        var classes = new int[count];
        foreach (var (first, end, kind) in names.OrderByDescending(n => n.End - n.First).ThenBy(n => n.First))
        {
            if (classes.AsSpan(first, end - first).ContainsAnyExcept(NameClasses.Outside)) continue;
            for (var i = first; i < end; i++)
            {
                var part = end - first == 1 ? NameClasses.Unit : i == first ? NameClasses.Begin : i == end - 1 ? NameClasses.Last : NameClasses.Inside;
                classes[i] = NameClasses.Of((int)kind, part);
            }
        }

        return classes;
    }
}
