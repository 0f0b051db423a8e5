/** What the API answers (docs/desk.md, /v1/openapi.json). Offsets are UTF-16 code units, as JavaScript counts. */

export type Role = 'reader' | 'contributor' | 'reviewer' | 'editor' | 'admin';

export interface Session {
  state: 'setup' | 'signed_out' | 'signed_in';
  name?: string | null;
  role?: Role | null;
  csrf?: string | null;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Span {
  start: number;
  end: number;
  text?: string;
  in?: string | null;
}

export type Stance = 'asserts' | 'confirms' | 'claims_own' | 'accuses' | 'denies' | 'withholds' | 'expects' | 'absent' | 'condemns';
export type Agreement = 'single' | 'agreed' | 'updated' | 'contradicted';
export type State = 'new' | 'in_review' | 'needs_help' | 'ready' | 'accepted' | 'rejected';

export interface Report {
  id: string;
  title?: string | null;
  text: string;
  outlet?: string | null;
  published?: string | null;
  language?: string | null;
  url?: string | null;
  marking?: string | null;
}

export interface ReportItem {
  id: string;
  title?: string | null;
  outlet?: string | null;
  published?: string | null;
  language?: string | null;
  events?: number;
  claims?: number;
  marking?: string | null;
}

export interface RecordEvent {
  id: string;
  type: string;
  status: string;
  main: boolean;
  triggers: Span[];
  time?: { earliest?: string | null; latest?: string | null; precision: string; part_of_day?: string | null; spans: Span[] } | null;
  places: { name: string; country?: string | null; admin1?: string | null; precision: string; relation?: string; spans: Span[] }[];
  weapons: { kind: string; number?: number | null; spans: Span[] }[];
  targets: { kind: string; name?: string | null; actor?: string | null; effect: string; spans: Span[] }[];
  perpetrators: { actor?: string | null; text: string; basis: string; claims: string[]; spans: Span[] }[];
  victims: {
    effect: string;
    min?: number | null;
    max?: number | null;
    approximate: boolean;
    who?: string | null;
    claims: string[];
    spans: Span[];
    part_of?: number | null;
  }[];
  responsibility?: {
    status: string;
    by: string[];
    claims: string[];
    spans: Span[];
    statements?: { status: string; by: string[]; claims: string[]; spans: Span[] }[];
  } | null;
}

export interface Speaker {
  actor?: string | null;
  name?: string | null;
  role?: string | null;
  organization?: string | null;
  voice: string;
  spans: Span[];
}

export interface RecordClaim {
  id: string;
  speaker: Speaker;
  via: Speaker[];
  cue?: Span | null;
  content: Span[];
  form: string;
  stance: Stance;
  certainty: string;
  polarity: string;
  made?: string | null;
  about: string[];
}

export interface RecordActor {
  id: string;
  name: string;
  kind: string;
  country?: string | null;
  actor_id?: string | null;
  role?: string | null;
  mentions: Span[];
}

export interface RecordTally {
  id: string;
  kind: string;
  what?: string | null;
  event_type?: string | null;
  effect?: string | null;
  min?: number | null;
  max?: number | null;
  approximate?: boolean;
  since?: string | null;
  as_of?: string | null;
  claims: string[];
  spans: Span[];
}

export interface ReadRecord {
  report: Report;
  events: RecordEvent[];
  claims: RecordClaim[];
  actors: RecordActor[];
  relations: { id: string; subject: string; relation: string; object: string; claims: string[]; spans: Span[] }[];
  tallies: RecordTally[];
}

export interface DossierItem {
  id: string;
  title?: string | null;
  day?: string | null;
  place?: string | null;
  country?: string | null;
  coordinates?: { latitude: number; longitude: number } | null;
  precision?: string | null;
  types?: string[];
  killed?: { low?: number | null; high?: number | null; value?: string | null } | null;
  reports?: number;
  origins?: number;
  contradicted?: string[];
  state?: State | null;
  assigned_to?: string | null;
  first_published?: string | null;
  last_published?: string | null;
}

export interface Statement {
  report: string;
  speaker?: string | null;
  voice?: string | null;
  stance?: Stance | null;
  certainty?: string | null;
  authority?: string | null;
  published?: string | null;
  span?: Span | null;
  text?: string | null;
  /** What reviewers made of it; absent where nobody has decided. */
  judgement?: 'accepted' | 'rejected' | 'replaced';
}

/** A statement that takes no part in anything any more. */
export interface SetAside extends Statement {
  slot: string;
  value: string;
}

export interface SlotValue {
  value: string;
  origins: number;
  /** How far it is to be believed: "B2", by the rule or by a reviewer. */
  grade: string;
  /** Number of the decision that graded it; absent where the rule did. */
  graded?: number;
  statements: Statement[];
}

export interface DossierSlot {
  slot: string;
  agreement: Agreement;
  best?: string | null;
  low?: number | null;
  high?: number | null;
  values: SlotValue[];
}

export interface DossierReport {
  id: string;
  mention?: string;
  title?: string | null;
  outlet?: string | null;
  published?: string | null;
  origin: number;
  marking?: string | null;
}

export interface TimelineEntry {
  lane: 'event' | 'report';
  kind: 'incident' | 'related' | 'claim' | 'denial' | 'toll' | 'report';
  earliest?: string | null;
  latest?: string | null;
  precision?: string | null;
  label?: string | null;
  report?: string | null;
  speaker?: string | null;
}

export interface DossierPlace {
  name: string;
  admin1?: string | null;
  country?: string | null;
  precision?: string | null;
  coordinates?: { latitude: number; longitude: number } | null;
  radius_km?: number | null;
  report?: string | null;
}

export interface DossierActor {
  id?: string | null;
  name: string;
  kind?: string | null;
  part?: string | null;
}

export interface DossierRelation {
  subject: string;
  relation: string;
  object: string;
  report?: string | null;
  speakers?: string[];
  text?: string | null;
}

export interface ResponsibilityEntry {
  status: string;
  by?: string | string[] | null;
  speaker?: string | null;
  stance?: Stance | null;
  report?: string | null;
  text?: string | null;
  span?: Span | null;
}

export interface DossierTally {
  report: string;
  tally?: string | null;
  text?: string | null;
  what?: string | null;
  kind?: string | null;
  effect?: string | null;
  min?: number | null;
  max?: number | null;
  count?: { min?: number | null; max?: number | null; approximate?: boolean } | number | null;
  approximate?: boolean | null;
  since?: string | null;
  as_of?: string | null;
  published?: string | null;
  speaker?: string | null;
  span?: Span | null;
}

export interface Twin {
  dossier: string;
  title?: string | null;
  log_odds?: number | null;
  reasons: string[];
}

interface MentionKey {
  report: string;
  number: number;
}

interface ActorKey {
  report: string;
  name: string;
}

export interface DecisionEntry {
  number: number;
  verdict: string;
  by?: string | null;
  at?: string | null;
  why?: string | null;
  slot?: string | null;
  value?: string | null;
  /** Of an edit or addition the value written; of an assignment the person. */
  to?: string | null;
  grade?: string | null;
  state?: State | null;
  report?: string | null;
  marking?: string | null;
  mention?: MentionKey | null;
  first?: MentionKey[];
  second?: MentionKey[];
  first_actors?: ActorKey[];
  second_actors?: ActorKey[];
  undoes?: number | null;
}

export interface Dossier {
  id: string;
  title?: string | null;
  origins?: number;
  reports: DossierReport[];
  slots: DossierSlot[];
  open_questions?: string[];
  related?: { type: string; report: string; text: string; span?: Span | null }[];
  tallies?: DossierTally[];
  differences?: { copy: string; original: string; was?: string | null; is?: string | null }[];
  possibly_same?: Twin[];
  reasons?: { report: string; with: string; reasons: string[] }[];
  timeline?: TimelineEntry[];
  places?: DossierPlace[];
  actors?: DossierActor[];
  relations?: DossierRelation[];
  responsibility?: ResponsibilityEntry[];
  state?: State | null;
  assigned_to?: string | null;
  marking?: string | null;
  set_aside?: SetAside[];
  decisions?: DecisionEntry[];
}

export interface QueueItem {
  kind: 'dossier' | 'pair';
  id: string;
  title?: string | null;
  /** Of a dossier the slots that are contradicted; of a pair what speaks for and against: phrases, each with what it is about after a colon. */
  reasons: string[];
  state?: State | null;
  assigned_to?: string | null;
  since?: string | null;
  a?: string | null;
  b?: string | null;
}

export interface ClaimItem {
  id?: string;
  report: string;
  speaker?: string | null;
  voice?: string | null;
  stance?: Stance | null;
  certainty?: string | null;
  content?: string | null;
  text?: string | null;
  published?: string | null;
  dossier?: string | null;
  about?: string[] | string | null;
  span?: Span | null;
}
