using System.CommandLine;
using Ascribe.Lab.Predictions;

namespace Ascribe.Lab;

/// <summary><c>lab predict TASK IN … OUT</c>: the files that the scorers of the benchmarks read.</summary>
internal static class PredictCommand
{
    public static Command Create()
    {
        var task = new Argument<string>("task") { Description = "One of: " + string.Join(", ", PredictionTasks.All.Keys) + "." };
        task.AcceptOnlyFromAmong([.. PredictionTasks.All.Keys]);
        var files = new Argument<string[]>("files") { Description = "The input files, then the output file.", Arity = new ArgumentArity(2, 100) };
        var models = new Option<string?>("--models") { Description = "A folder of models to use in place of those that ship." };
        var raw = new Option<bool>("--raw") { Description = "parse: the input is plain text." };
        var mentions = new Option<bool>("--gold-mentions") { Description = "coref: the mentions are given." };
        var records = new Option<string[]>("--records") { Description = "clusters, candidates, counting: records made of the inputs before by 'lab predict records'.", DefaultValueFactory = _ => [] };
        var gap = new Option<int?>("--longest-gap") { Description = "clusters: reports whose dates lie more days apart are never of one incident." };
        var command = new Command("predict", "Writes predictions for one of the benchmarks.") { task, files, models, raw, mentions, records, gap };
        command.SetAction(parsed =>
        {
            var names = parsed.GetRequiredValue(files);
            var run = new PredictionRun([.. names[..^1]], names[^1], parsed.GetValue(models), parsed.GetValue(raw), parsed.GetValue(mentions)) { Records = parsed.GetRequiredValue(records), LongestGap = parsed.GetValue(gap) };
            PredictionTasks.All[parsed.GetRequiredValue(task)](run);
            return 0;
        });
        return command;
    }
}
