using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>The gold tree of a sentence and what each action would lose of it (Goldberg &amp; Nivre 2013, arc-hybrid).</summary>
internal sealed class GoldTree
{
    private readonly int[] _heads;
    private readonly List<int>[] _dependents;
    private readonly int _count;

    public GoldTree(int[] heads)
    {
        _count = heads.Length;
        _heads = [.. heads.Select(h => h < 0 ? _count : h)];
        _dependents = new List<int>[_count + 1];
        for (var i = 0; i <= _count; i++) _dependents[i] = [];
        for (var i = 0; i < _count; i++) _dependents[_heads[i]].Add(i);
    }

    public void Costs(ParserState state, int[] costs)
    {
        int s0 = state.Stack(0), s1 = state.Stack(1), b0 = state.Buffer;
        costs[SentenceParser.Shift] = costs[SentenceParser.Left] = costs[SentenceParser.Right] = int.MaxValue;
        if (state.CanShift)
        {
            var cost = 0;
            for (var below = 0; below < state.Depth; below++)
            {
                var word = state.Stack(below);
                if (below > 0 && _heads[b0] == word) cost++;
                if (_heads[word] == b0) cost++;
            }

            costs[SentenceParser.Shift] = cost;
        }

        if (s0 < 0) return;
        var lost = 0;
        foreach (var dependent in _dependents[s0])
        {
            if (dependent >= b0) lost++;
        }

        if (state.CanLeft) costs[SentenceParser.Left] = lost + (_heads[s0] == s1 && s1 >= 0 || _heads[s0] > b0 ? 1 : 0);
        if (state.CanRight) costs[SentenceParser.Right] = lost + (_heads[s0] >= b0 ? 1 : 0);
    }
}
