using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ascribe.Places.Import;

/// <summary>
/// Sorts any number of postings in bounded memory: runs of two million (32 MB) are sorted and written to a file, then merged.
/// </summary>
/// <param name="scratch">An empty file that may be read and written; stays open.</param>
internal sealed class PostingSorter(Stream scratch, int runLength = 1 << 21)
{
    /// <summary>Postings of each run that are in memory while runs are merged.</summary>
    private const int Ahead = 1 << 13;

    private readonly List<(long First, long Count)> _runs = [];
    private readonly List<Posting> _run = [];
    private long _written;

    public void Add(Posting posting)
    {
        _run.Add(posting);
        if (_run.Count >= runLength) EndRun();
    }

    /// <summary>All that were added, in order. Nothing can be added any more.</summary>
    public IEnumerable<Posting> Sorted()
    {
        EndRun();
        _run.Capacity = 0;
        var queue = new PriorityQueue<RunReader, Posting>(_runs.Count);
        foreach (var (first, count) in _runs)
        {
            var reader = new RunReader(scratch, first, count);
            if (reader.Next(out var posting)) queue.Enqueue(reader, posting);
        }

        while (queue.TryDequeue(out var reader, out var least))
        {
            yield return least;
            if (reader.Next(out var next)) queue.Enqueue(reader, next);
        }
    }

    private void EndRun()
    {
        if (_run.Count == 0) return;
        var run = CollectionsMarshal.AsSpan(_run);
        run.Sort();
        _runs.Add((_written, run.Length));
        scratch.Write(MemoryMarshal.AsBytes(run));
        _written += run.Length;
        _run.Clear();
    }

    private sealed class RunReader(Stream scratch, long first, long count)
    {
        private readonly Posting[] _ahead = new Posting[Math.Min(count, Ahead)];
        private long _first = first;
        private long _left = count;
        private int _at;
        private int _end;

        public bool Next(out Posting posting)
        {
            if (_at == _end)
            {
                _end = (int)Math.Min(_left, _ahead.Length);
                _at = 0;
                var bytes = MemoryMarshal.AsBytes(_ahead.AsSpan(0, _end));
                scratch.Position = _first * Unsafe.SizeOf<Posting>();
                scratch.ReadExactly(bytes);
                _first += _end;
                _left -= _end;
            }

            posting = _end > 0 ? _ahead[_at++] : default;
            return _end > 0;
        }
    }
}
