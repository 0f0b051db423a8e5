using System.CommandLine;
using Ascribe.Lab;

var root = new RootCommand("Trains Ascribe's models and runs its benchmarks. See docs/benchmarks.md.");
root.Subcommands.Add(BuildGazetteerCommand.Create());
root.Subcommands.Add(TrainCommand.Create());
root.Subcommands.Add(BenchCommand.Create());
root.Subcommands.Add(PredictCommand.Create());
root.Subcommands.Add(CrossCommand.Create());
root.Subcommands.Add(ScoreCommand.Create());
return root.Parse(args).Invoke();
