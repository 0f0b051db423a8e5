namespace Ascribe.Bench.Fuzzing;

/// <summary>Makes an input smaller that shows a fault: takes out halves, then quarters, down to single bytes, as long as the fault stays.</summary>
internal static class Shrinker
{
    /// <summary>So many tries at most: a slow parser must not hold up the run.</summary>
    private const int MostTries = 2000;

    /// <param name="shows">Whether an input shows the same fault.</param>
    public static byte[] Shrink(byte[] input, Func<byte[], bool> shows)
    {
        var tries = 0;
        for (var length = Math.Max(1, input.Length / 2); length > 0; length /= 2)
        {
            for (var at = 0; at + length <= input.Length && tries < MostTries;)
            {
                byte[] without = [.. input[..at], .. input[(at + length)..]];
                tries++;
                if (shows(without)) input = without;
                else at += length;
            }
        }

        return input;
    }
}
