using Ascribe.Dossiers.Merging;
using Ascribe.Lab.Training;

namespace Ascribe.Lab.Merging;

/// <summary>Counts in how many documents of general news a word stands.</summary>
internal static class BackgroundCounter
{
    private const int Kept = 45_000;

    private const string NewDocument = "#doc\t";

    public static BackgroundWords Count(string data)
    {
        var counts = new Dictionary<uint, int>();
        var seen = new HashSet<uint>();
        var documents = 0;
        void Close()
        {
            if (seen.Count == 0) return;
            documents++;
            foreach (var hash in seen) counts[hash] = counts.GetValueOrDefault(hash) + 1;
            seen.Clear();
        }

        foreach (var line in Corpora.EnglishNews(data).SelectMany(CorpusFiles.Lines))
        {
            if (line.StartsWith(NewDocument, StringComparison.Ordinal)) Close();
            else seen.UnionWith(TextWords.Of(line).Select(w => w.Hash));
        }

        Close();
        return BackgroundWords.Of(documents, counts, Kept);
    }
}
