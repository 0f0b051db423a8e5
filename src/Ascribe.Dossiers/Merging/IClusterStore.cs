namespace Ascribe.Dossiers.Merging;

/// <summary>Keeps sketches, what finds them again, and which of them are together: in memory, or in the file of a ledger.</summary>
internal interface IClusterStore
{
    /// <summary>The sketch of an id that <see cref="Add"/> gave.</summary>
    IncidentSketch this[int id] { get; }

    /// <summary>The sketches nearest to a new one, nearest first.</summary>
    IReadOnlyList<int> Nearest(IncidentSketch sketch, int most);

    /// <summary>Adds a sketch as a cluster of its own.</summary>
    /// <returns>Its id: higher than all before.</returns>
    int Add(IncidentSketch sketch);

    /// <summary>The cluster of a sketch: the id of its first member.</summary>
    int ClusterOf(int sketch);

    /// <summary>The members of a cluster in ascending order.</summary>
    List<int> Members(int cluster);

    /// <summary>Puts the members of clusters into others.</summary>
    /// <param name="before">The clusters that are taken apart.</param>
    /// <param name="after">Members of those that are made of them, each in ascending order.</param>
    void Regroup(IReadOnlyCollection<int> before, IReadOnlyList<List<int>> after);

    /// <summary>Takes note of a pair of candidates that were compared.</summary>
    /// <param name="logOdds">That they are of one incident.</param>
    void Compared(int first, int second, float logOdds);

    /// <summary>The sketches that were compared with this one and found at least as likely of one incident as <see cref="Linkage.Near"/>, in ascending order.</summary>
    List<int> Near(int sketch);
}
