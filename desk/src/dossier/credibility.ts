import type { DossierSlot, SlotValue } from '../api/types';

/**
 * How far a value is borne out by the other reports, on the scale of the NATO (Admiralty) system: 1 confirmed by others, 2 probably true, 3 possibly true,
 * 4 doubtful, 5 improbable, 6 cannot be judged. A rule and not a judgement: the word of an analyst goes before it. The other axis, who says so, is `authority`.
 */
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6;

export function credibility(slot: DossierSlot, value: SlotValue): Credibility {
  const said = value.statements;
  const hedged = said.length > 0 && said.every((s) => s.certainty && s.certainty !== 'certain');
  if (said.every((s) => s.authority === 'nobody')) return 6;
  if (slot.agreement === 'contradicted') {
    const most = Math.max(...slot.values.map((v) => v.origins));
    return value.origins < most && hedged ? 5 : 4;
  }
  if (hedged) return 4;
  if (value.origins > 1) return 1;
  return said.some((s) => s.authority === 'official') ? 2 : 3;
}
