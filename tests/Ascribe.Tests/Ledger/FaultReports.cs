using System.Text;
using System.Text.Json;

namespace Ascribe.Tests.Ledger;

/// <summary>Short reports for batches that are interrupted: some forty incidents, each told by several of them.</summary>
internal static class FaultReports
{
    private static readonly string[] s_towns = ["Mosul", "Kirkuk", "Baquba", "Ramadi", "Falluja", "Basra", "Karbala", "Najaf"];

    private static readonly string[] s_acts = ["Gunmen killed {0} soldiers in an attack on a convoy", "A car bomb killed {0} people at a market", "Rockets wounded {0} guards of a base", "Militants kidnapped {0} drivers", "A roadside bomb killed {0} policemen"];

    public static string Id(int number) => $"report-{number}";

    /// <summary>Writes a file of JSON Lines.</summary>
    public static string Write(string folder, string name, int from, int count)
    {
        var lines = new StringBuilder();
        for (var i = from; i < from + count; i++)
        {
            var text = string.Format(null, s_acts[i % s_acts.Length], 2 + i % 9) + $" near {s_towns[i % s_towns.Length]} on Monday, police said. A spokesman of the army denied that number {i}.";
            lines.Append(JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = Id(i), ["published"] = $"2024-03-{5 + i % 3:00}", ["text"] = text })).Append('\n');
        }

        var path = Path.Combine(folder, name);
        File.WriteAllText(path, lines.ToString());
        return path;
    }
}
