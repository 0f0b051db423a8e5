namespace Ascribe.Events;

/// <summary>How the parts of an event hang on its trigger.</summary>
internal enum TriggerFrame : byte
{
    /// <summary>The subject does it to the object: "gunmen attacked the convoy".</summary>
    Act,

    /// <summary>It befalls the subject: "three soldiers died".</summary>
    Suffer,

    /// <summary>The subject is the thing that goes off: "a car bomb exploded".</summary>
    Happen,

    /// <summary>The subject uses the weapon that is its object: "fighters fired rockets at the base". Without a weapon it tells of no event.</summary>
    Wield,

    /// <summary>Nominal: "the shelling of the market by rebels".</summary>
    Noun,

    /// <summary>Counts people: "the death toll rose to 14", "12 dead".</summary>
    Toll,
}
