namespace Ascribe.Language;

/// <summary>
/// Universal Dependencies relations (version 2, with the subtypes of EWT and GUM that carry meaning for roles); other subtypes fall
/// back to their main relation. The text form is <see cref="Dependencies.Name(Dependency)"/>.
/// </summary>
public enum Dependency : byte
{
    Unknown,
    Root, Acl, AclRelcl, Advcl, AdvclRelcl, Advmod, Amod, Appos, Aux, AuxPass, Case, Cc, CcPreconj, Ccomp, Compound, CompoundPrt, Conj,
    Cop, Csubj, CsubjPass, Dep, Det, DetPredet, Discourse, Dislocated, Expl, Fixed, Flat, Goeswith, Iobj, List, Mark, Nmod, NmodDesc,
    NmodPoss, NmodUnmarked, Nsubj, NsubjOuter, NsubjPass, Nummod, Obj, Obl, OblAgent, OblUnmarked, Orphan, Parataxis, Punct, Reparandum,
    Vocative, Xcomp,
}

/// <summary>Text forms and classes of <see cref="Dependency"/>.</summary>
public static class Dependencies
{
    private static readonly string[] s_names =
    [
        "_",
        "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj",
        "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated",
        "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj",
        "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum",
        "vocative", "xcomp",
    ];

    private static readonly Dictionary<string, Dependency> s_byName =
        s_names.Select((name, index) => (name, index)).ToDictionary(p => p.name, p => (Dependency)p.index, StringComparer.Ordinal);

    public static int Count => s_names.Length;

    /// <summary>The relation as treebanks write it.</summary>
    public static string Name(this Dependency relation) => s_names[(int)relation];

    /// <summary>
    /// The relation of a treebank's text form. Older names of the unmarked subtypes are understood; an unknown subtype gives its main
    /// relation, anything else <see cref="Dependency.Dep"/>.
    /// </summary>
    public static Dependency Parse(string name)
    {
        if (s_byName.TryGetValue(name, out var relation)) return relation;
        if (name is "obl:tmod" or "obl:npmod") return Dependency.OblUnmarked;
        if (name is "nmod:tmod" or "nmod:npmod") return Dependency.NmodUnmarked;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && s_byName.TryGetValue(name[..colon], out relation) ? relation : Dependency.Dep;
    }

    public static bool IsSubject(this Dependency relation) =>
        relation is Dependency.Nsubj or Dependency.NsubjPass or Dependency.NsubjOuter or Dependency.Csubj or Dependency.CsubjPass;

    /// <summary>True for relations whose dependent is a clause of its own.</summary>
    public static bool IsClausal(this Dependency relation) =>
        relation is Dependency.Acl or Dependency.AclRelcl or Dependency.Advcl or Dependency.AdvclRelcl or Dependency.Ccomp
            or Dependency.Xcomp or Dependency.Csubj or Dependency.CsubjPass or Dependency.Parataxis;
}
