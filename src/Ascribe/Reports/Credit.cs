using Ascribe.Language;

namespace Ascribe.Reports;

/// <summary>Someone whom the text names as its maker.</summary>
/// <param name="Name">The name as written: "Reuters", "Jane Doe".</param>
/// <param name="Kind">Agency, author or editor.</param>
/// <param name="Span">Where it stands in the document.</param>
public readonly record struct Credit(string Name, CreditKind Kind, TextSpan Span);
