using Ascribe.Lab.Muc4;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Counting;

/// <summary>How many were killed and injured in the incident that a report tells of, as probabilities.</summary>
internal sealed class TollModel(SparseClassifier killed, SparseClassifier injured)
{
    public const string FileName = "tolls";

    /// <summary>Tolls from this on are one class.</summary>
    public const int Most = 6;

    public static TollModel Load()
    {
        using var stream = typeof(TollModel).Assembly.GetManifestResourceStream(FileName) ?? throw new InvalidDataException("lab/models/tolls.model: there is no such model; 'lab train tolls' makes it.");
        return ModelFile.Read(stream, "lab/models/tolls.model", FileName, "en", s => new TollModel(SparseClassifier.Read(s), SparseClassifier.Read(s))).Model;
    }

    public (float[] Killed, float[] Injured) Tell(uint[] features) => (killed.Predict(features), injured.Predict(features));

    public void Write(Stream stream)
    {
        killed.Write(stream);
        injured.Write(stream);
    }
}
