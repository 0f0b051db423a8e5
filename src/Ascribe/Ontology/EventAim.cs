namespace Ascribe.Ontology;

/// <summary>What acts of a type are aimed at.</summary>
public enum EventAim : byte
{
    /// <summary>What the report calls a target: whom a bomb kills is not said to be whom it was meant for.</summary>
    Things,

    /// <summary>Those whom it befalls: whoever is abducted is whom the act was meant for.</summary>
    People,

    /// <summary>Of those whom it befalls the persons whom the report names.</summary>
    NamedPeople,
}
