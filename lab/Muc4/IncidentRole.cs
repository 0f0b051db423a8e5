namespace Ascribe.Lab.Muc4;

/// <summary>What a phrase of a report is to an incident: the string slots of a MUC-4 template and its place.</summary>
internal enum IncidentRole
{
    None,
    PerpetratorIndividual,
    PerpetratorOrganization,
    PhysicalTarget,
    HumanName,
    HumanDescription,
    Instrument,
    Place,
}
