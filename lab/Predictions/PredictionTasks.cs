using Ascribe.Lab.Counting;

namespace Ascribe.Lab.Predictions;

/// <summary>The tasks that <c>lab predict</c> knows, by name.</summary>
internal static class PredictionTasks
{
    public static IReadOnlyDictionary<string, Action<PredictionRun>> All { get; } = new Dictionary<string, Action<PredictionRun>>(StringComparer.Ordinal)
    {
        ["records"] = RecordsPrediction.Run,
        ["muc4"] = Muc4Prediction.Run,
        ["attribution"] = AttributionPrediction.Run,
        ["timex"] = TimexPrediction.Run,
        ["geo"] = GeoPrediction.Find,
        ["geo-resolve"] = GeoPrediction.Resolve,
        ["eventloc"] = EventPlacePrediction.Run,
        ["eventloc-folds"] = EventPlacePrediction.CrossValidate,
        ["clusters"] = ClusterPrediction.Run,
        ["candidates"] = ClusterPrediction.Candidates,
        ["counting"] = CountingRun.Predict,
        ["names"] = NamesPrediction.Run,
        ["parse"] = ParsePrediction.Run,
        ["coref"] = CoreferencePrediction.Run,
        ["counts"] = CountPrediction.Run,
        ["claims"] = ClaimPrediction.Run,
        ["actors"] = ActorPrediction.Run,
        ["peers"] = PeersPrediction.Run,
        ["langid"] = LanguagePrediction.Run,
    };
}
