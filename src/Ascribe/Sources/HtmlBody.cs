using System.Text;
using AngleSharp.Dom;

namespace Ascribe.Sources;

/// <summary>
/// The running text of a page. Every block (paragraph, heading, entry of a list …) gives the letters that are not in links as a score to
/// the element around it and half of it to the one around that: links and menus give nothing, a story piles up on one element. The text is
/// that of the blocks in the element with the highest score, an empty line between them. Scripts, navigation, forms, captions and other
/// furniture never count.
/// </summary>
internal sealed class HtmlBody
{
    /// <summary>An element around the best one is taken instead where it has this share of the best score more: a story cut in two by an advertisement.</summary>
    private const double WiderShare = 0.25;

    private static readonly HashSet<string> s_furniture = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "video", "audio", "nav", "footer", "aside", "form", "button",
        "select", "textarea", "figcaption", "menu", "dialog", "head",
    };

    private static readonly HashSet<string> s_inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s",
        "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    private readonly List<Block> _blocks = [];

    // For each element the blocks in it: the first, and the one after the last.
    private readonly Dictionary<IElement, (int First, int End)> _within = [];
    private readonly StringBuilder _text = new();
    private int _letters;
    private int _linked;

    private HtmlBody()
    {
    }

    /// <param name="Around">The block element that the text stands in.</param>
    /// <param name="Linked">How many of its characters are in links.</param>
    private readonly record struct Block(IElement Around, string Text, int Linked, bool IsHeading);

    public static string Read(IElement body)
    {
        var reader = new HtmlBody();
        reader.Collect(body);
        var best = reader.Best(body);
        var text = new StringBuilder();
        var (first, end) = reader._within[best];
        foreach (var block in reader._blocks[first..end])
        {
            // A line of links is a list of other stories.
            if (block.Linked > block.Text.Length * 0.8 && block.Text.Length < 200) continue;
            if (text.Length > 0) text.Append("\n\n");
            text.Append(block.Text);
        }

        return text.ToString();
    }

    /// <summary>
    /// Walks the tree without recursion: soup may be nested deeper than a stack is. It goes by the places of children, since a node looks for its next sibling among
    /// all of its parent's.
    /// </summary>
    private void Collect(IElement root)
    {
        var links = 0;
        var open = new Stack<(IElement Node, int Next)>();
        Enter(root);
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Node.ChildNodes.Length)
            {
                Close(at.Node, ref links);
                continue;
            }

            open.Push((at.Node, at.Next + 1));
            Enter(at.Node.ChildNodes[at.Next]);
        }

        void Enter(INode node)
        {
            if (node is IText text) Add(text.Data, links > 0);
            if (node is not IElement element || IsFurniture(element)) return;
            Open(element, ref links);
            open.Push((element, 0));
        }
    }

    private void Open(IElement element, ref int links)
    {
        var name = element.LocalName;
        if (name == "br") _text.Append('\n');
        else if (name == "a") links++;
        else if (!s_inline.Contains(name)) Flush(element.ParentElement ?? element, false);
        _within[element] = (_blocks.Count, _blocks.Count);
    }

    private void Close(IElement element, ref int links)
    {
        var name = element.LocalName;
        if (name == "a") links--;
        else if (name is "td" or "th") _text.Append(' ');
        else if (name != "br" && !s_inline.Contains(name)) Flush(element, name is ['h', >= '1' and <= '6']);
        _within[element] = (_within[element].First, _blocks.Count);
    }

    private void Add(string text, bool linked)
    {
        foreach (var c in text)
        {
            var blank = char.IsWhiteSpace(c);
            if (blank && (_text.Length == 0 || char.IsWhiteSpace(_text[^1]))) continue;
            _text.Append(blank ? ' ' : c);
            if (blank) continue;
            _letters++;
            if (linked) _linked++;
        }
    }

    private void Flush(IElement around, bool heading)
    {
        if (_letters > 0)
        {
            // Two line breaks are how old pages part paragraphs.
            foreach (var part in _text.ToString().Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                _blocks.Add(new Block(around, part.Replace(" \n", "\n", StringComparison.Ordinal), Math.Min(part.Length, _linked), heading));
        }

        _text.Clear();
        _letters = _linked = 0;
    }

    private IElement Best(IElement body)
    {
        var scores = new Dictionary<IElement, double>();
        foreach (var block in _blocks)
        {
            // A short line is as likely furniture as text.
            var score = block.IsHeading ? 0 : Math.Max(0, block.Text.Length - block.Linked * 1.5 - 20);
            if (score == 0) continue;
            // What stands in the body itself has nothing around it that counts.
            var parent = block.Around == body ? body : block.Around.ParentElement ?? block.Around;
            scores[parent] = scores.GetValueOrDefault(parent) + score;
            if (parent.ParentElement is { } grand && parent != body) scores[grand] = scores.GetValueOrDefault(grand) + (score / 2);
        }

        var best = body;
        foreach (var (element, score) in scores)
        {
            if (score > scores.GetValueOrDefault(best) || best == body && !scores.ContainsKey(body)) best = element;
        }

        for (var outer = best.ParentElement; outer is not null && best != body; outer = outer.ParentElement)
        {
            if (outer.LocalName is "article" or "main" || scores.GetValueOrDefault(outer) > scores.GetValueOrDefault(best) * (0.5 + WiderShare)) best = outer;
            if (outer.LocalName is "article" or "main" or "body") break;
        }

        return best;
    }

    private static bool IsFurniture(IElement element)
    {
        if (s_furniture.Contains(element.LocalName)) return true;
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true") return true;
        return element.GetAttribute("role") is "navigation" or "banner" or "contentinfo" or "complementary" or "search" or "menu" or "dialog";
    }
}
