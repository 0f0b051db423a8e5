namespace Ascribe.Events;

/// <summary>A row of event-triggers.tsv.</summary>
/// <param name="Type">A name of ontology/event-types.yaml; of a mishap it says nothing.</param>
/// <param name="VictimEffect">What is done to people in the patient's place, or null.</param>
/// <param name="TargetEffect">What is done to things in the patient's place.</param>
/// <param name="Status">The status that the trigger itself tells, or null.</param>
/// <param name="IsFigurative">True for words that are said of debates, markets and matches, too ("battle", "exploded").</param>
/// <param name="Weapon">The kind of weapon that the trigger itself tells ("air strike", "stabbed"), or null.</param>
/// <param name="OfForces">The type of an attack without kind that a state's forces do ("the army struck a camp"), or null.</param>
internal sealed record EventTrigger(
    string Type, TriggerStrength Strength, TriggerFrame Frame, VictimEffect? VictimEffect, TargetEffect TargetEffect, EventStatus? Status,
    string? Weapon, bool IsFigurative = false, string? OfForces = null);
