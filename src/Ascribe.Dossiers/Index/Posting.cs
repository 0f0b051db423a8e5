namespace Ascribe.Dossiers.Index;

/// <summary>That a sketch has a key, and how much it weighs in the whole and in the first paragraphs, in steps of 1/255.</summary>
internal readonly record struct Posting(uint Key, int Sketch, byte Whole, byte Lead);
