namespace Ascribe.Places;

/// <summary>How the thing told lies to the place named.</summary>
public enum PlaceRelation : byte
{
    In,
    Near,
    Between,
    NorthOf,
    NortheastOf,
    EastOf,
    SoutheastOf,
    SouthOf,
    SouthwestOf,
    WestOf,
    NorthwestOf,
    OnRoad,
}
