/** Milliseconds of an ISO date or time; one without a zone is taken as UTC, as the report gives none. NaN where it is none. */
export function moment(iso: string): number {
  return Date.parse(/T.*(Z|[+-]\d\d:?\d\d)$/.test(iso) || !iso.includes('T') ? iso : `${iso}Z`);
}
