using System.Text;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ascribe.Sources;

/// <summary>
/// Markdown: YAML front matter (title, outlet, published, url, language, credits), else the first heading of the first level as title;
/// then the text of paragraphs, headings, lists and quotations with an empty line between them. Pictures, code and raw HTML are left out.
/// </summary>
internal static class MarkdownText
{
    /// <summary>The scanner of YAML looks at all open brackets with each token.</summary>
    private const int MostBrackets = 500;

    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();

    /// <summary>The fields; and what is wrong with the front matter, or null.</summary>
    public static (ReportFields Fields, string? Warning) Read(string text)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(text.TrimStart('\ufeff', '\r', '\n'), s_pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses to nest deeper than its limit; such a text is read as it stands.
            return (PlainText.Read(text), "nested too deeply for Markdown; read as plain text.");
        }

        var fields = new ReportFields();
        string? warning = null;
        if (document.Count > 0 && document[0] is YamlFrontMatterBlock front) fields = FrontMatter(front, out warning);
        var body = new StringBuilder(text.Length);
        foreach (var block in document)
        {
            if (block is HeadingBlock { Level: 1 } heading && fields.Title is null && body.Length == 0)
            {
                var title = new StringBuilder();
                AddInlines(heading.Inline, title);
                fields = fields with { Title = title.ToString() };
                continue;
            }

            Add(block, body);
        }

        return (fields with { Text = body.ToString() }, warning);
    }

    /// <summary>
    /// The fields of a mapping whose values are texts or lists of texts. It is read event by event: what is nested deeper, or repeats a part of itself, is passed
    /// over and never built.
    /// </summary>
    private static ReportFields FrontMatter(YamlFrontMatterBlock block, out string? warning)
    {
        var fields = new ReportFields();
        warning = null;
        var text = block.Lines.ToString();
        if (text.AsSpan().Count('[') + text.AsSpan().Count('{') > MostBrackets)
        {
            warning = $"front matter: more than {MostBrackets} brackets, so it is left out.";
            return fields;
        }

        try
        {
            var yaml = new Parser(new StringReader(text));
            yaml.Consume<StreamStart>();
            if (!yaml.TryConsume<DocumentStart>(out _) || !yaml.TryConsume<MappingStart>(out _)) return fields;
            while (!yaml.TryConsume<MappingEnd>(out _))
            {
                var name = Texts(yaml);
                var cell = string.Join(';', Texts(yaml));
                if (name is [var one]) fields = fields.With(one, cell) ?? fields;
            }
        }
        catch (Exception error) when (error is YamlException or InvalidOperationException or EndOfStreamException)
        {
            // The scanner tells some broken texts by an exception that says nothing of them.
            warning = $"front matter{(error is YamlException { Start.Line: var line } ? $", line {line}" : "")}: not valid YAML, so it is left out.";
            return new ReportFields();
        }

        return fields;
    }

    /// <summary>The next text, or the texts of the next list; none for anything else.</summary>
    private static List<string> Texts(Parser yaml)
    {
        var texts = new List<string>();
        if (yaml.TryConsume<Scalar>(out var scalar)) texts.Add(scalar.Value);
        else if (!yaml.TryConsume<SequenceStart>(out _)) yaml.SkipThisAndNestedEvents();
        else
        {
            while (!yaml.TryConsume<SequenceEnd>(out _))
            {
                if (yaml.TryConsume<Scalar>(out var item)) texts.Add(item.Value);
                else yaml.SkipThisAndNestedEvents();
            }
        }

        return texts;
    }

    private static void Add(Block block, StringBuilder body)
    {
        switch (block)
        {
            case YamlFrontMatterBlock or HtmlBlock or CodeBlock or LinkReferenceDefinitionGroup:
                break;
            case ContainerBlock container:
                foreach (var child in container) Add(child, body);
                break;
            case LeafBlock { Inline: { } inline }:
                var paragraph = new StringBuilder();
                AddInlines(inline, paragraph);
                if (string.IsNullOrWhiteSpace(paragraph.ToString())) break;
                if (body.Length > 0) body.Append("\n\n");
                body.Append(paragraph.ToString().Trim());
                break;
        }
    }

    private static void AddInlines(ContainerInline? inlines, StringBuilder text)
    {
        if (inlines is null) return;
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                case CodeInline code: text.Append(code.Content); break;
                case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
                case AutolinkInline link: text.Append(link.Url); break;
                case LineBreakInline line: text.Append(line.IsHard ? '\n' : ' '); break;
                case LinkInline { IsImage: true }: break;
                case ContainerInline container: AddInlines(container, text); break;
            }
        }
    }
}
