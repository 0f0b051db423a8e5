using Ascribe.Bench;
using Ascribe.Bench.Fuzzing;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

if (args is ["fuzz", .. var options]) return FuzzCommand.Run(options);
// Short runs in this process, after enough calls for the compiler to have optimised the whole reading: enough to see a step grow by a tenth, within two minutes for all.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithWarmupCount(12).WithToolchain(InProcessEmitToolchain.Instance));
Console.WriteLine($"One operation reads {Samples.Words} words.");
BenchmarkSwitcher.FromAssembly(typeof(Samples).Assembly).Run(args, config);
return 0;
