using System.Text;

namespace Ascribe.Language.Languages;

/// <summary>The languages of each script, and weights over the features of a sample where there are several.</summary>
/// <param name="choices">The languages of a script, by script; none for a script that is not known.</param>
internal sealed class LanguageModel(IReadOnlyDictionary<Script, LanguageChoice> choices)
{
    /// <summary>Of the folder and in the file: ISO 639-2 "mul", several languages.</summary>
    public const string Language = "mul";

    public const string FileName = "languages";

    public IEnumerable<string> Languages => choices.Values.SelectMany(c => c.Languages).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The likeliest language of a sample and its probability among the languages of the script; null where the script is none or unknown.</summary>
    public (string Language, double Probability)? Identify(LanguageSample sample) =>
        choices.TryGetValue(sample.Script, out var choice) ? choice.Best(sample.Features) : null;

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write((byte)choices.Count);
        foreach (var (script, choice) in choices.OrderBy(c => c.Key))
        {
            writer.Write((byte)script);
            choice.Write(writer);
        }
    }

    public static LanguageModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var choices = new Dictionary<Script, LanguageChoice>();
        for (var count = reader.ReadByte(); count > 0; count--) choices.Add((Script)reader.ReadByte(), LanguageChoice.Read(reader));
        return new LanguageModel(choices);
    }
}
