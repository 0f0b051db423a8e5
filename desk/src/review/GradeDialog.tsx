import { useState } from 'preact/hooks';
import type { Dossier } from '../api/types';
import { Dialog } from '../components/Dialog';
import { Field } from '../components/parts';
import type { ValueAt } from '../dossier/Slots';
import { slotValue, t, word } from '../i18n/i18n';

const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'];
const credibilities = ['1', '2', '3', '4', '5', '6'];

/** How far a value is to be believed, on the two scales of the Admiralty system, in place of what the rule says. */
export function GradeDialog({
  dossier,
  at,
  onGraded,
  onClose,
}: {
  dossier: Dossier;
  at: ValueAt;
  onGraded: (grade: string, why: string) => void;
  onClose: () => void;
}) {
  const [grade, setGrade] = useState({ reliability: at.value.grade[0], credibility: at.value.grade[1], why: '' });
  const written = `${grade.reliability}${grade.credibility}`;
  return (
    <Dialog title={t('grade.title')} onClose={onClose}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          onGraded(written, grade.why.trim());
          onClose();
        }}
      >
        <p dir="auto">{dossier.title}</p>
        <p>
          {word('slot', at.slot.slot)}: <bdi>{slotValue(at.slot.slot, at.value.value)}</bdi>
        </p>
        <Field label={t('grade.reliability')}>
          <select data-first value={grade.reliability} onChange={(e) => setGrade({ ...grade, reliability: e.currentTarget.value })}>
            {reliabilities.map((r) => (
              <option key={r} value={r}>
                {r} {t(`reliability.${r}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('grade.credibility')}>
          <select value={grade.credibility} onChange={(e) => setGrade({ ...grade, credibility: e.currentTarget.value })}>
            {credibilities.map((c) => (
              <option key={c} value={c}>
                {c} {t(`credibility.${c}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('pending.why')}>
          <input type="text" dir="auto" value={grade.why} onInput={(e) => setGrade({ ...grade, why: e.currentTarget.value })} />
        </Field>
        <div class="buttons">
          <button type="submit" class="primary" disabled={written === at.value.grade}>
            {t('edit.take')}
          </button>
          <button type="button" onClick={onClose}>
            {t('action.back')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
