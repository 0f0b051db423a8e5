/** The words of the record format that can be asked for, in the order in which they are offered. */
export const stances = ['asserts', 'confirms', 'claims_own', 'accuses', 'denies', 'withholds', 'expects', 'absent', 'condemns'] as const;

export const eventTypes = [
  'armed_assault',
  'armed_clash',
  'bombing',
  'suicide_attack',
  'rocket_shelling',
  'air_drone_strike',
  'assassination',
  'hostage_taking',
  'hijacking',
  'sabotage_arson',
  'looting_robbery',
  'physical_abuse',
  'unconventional_weapon',
  'attack_unspecified',
  'foiled_attack',
  'demonstration',
  'crowd_repression',
  'deployment',
  'territory_change',
  'arrest_raid',
  'judicial_action',
] as const;
