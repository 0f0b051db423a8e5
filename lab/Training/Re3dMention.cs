using Ascribe.Language;

namespace Ascribe.Lab.Training;

/// <summary>A phrase of re3d and what it stands for.</summary>
/// <param name="Type">"Person", "Organisation", "Quantity" …</param>
internal readonly record struct Re3dMention(TextSpan Span, string Type);
