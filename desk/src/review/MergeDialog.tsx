import { useState } from 'preact/hooks';
import type { Dossier } from '../api/types';
import { Dialog } from '../components/Dialog';
import { Field } from '../components/parts';
import { DossierLink, Reasons } from '../dossier/DossierLink';
import { t } from '../i18n/i18n';

/** With which other dossier this one is the same: one of those that look like it, or one named by its id. */
export function MergeDialog({
  dossier,
  onChosen,
  onClose,
}: {
  dossier: Dossier;
  onChosen: (other: string, reasons: string[]) => void;
  onClose: () => void;
}) {
  const [id, setId] = useState('');
  const twins = dossier.possibly_same ?? [];
  const choose = (other: string, reasons: string[]) => {
    onChosen(other, reasons);
    onClose();
  };
  return (
    <Dialog title={t('merge.title')} onClose={onClose}>
      <p dir="auto">{dossier.title}</p>
      <ul class="plain twins">
        {twins.map((twin, i) => (
          <li key={twin.dossier}>
            <DossierLink id={twin.dossier} title={twin.title} />
            <Reasons reasons={twin.reasons} />
            <button type="button" data-first={i === 0 ? '' : undefined} onClick={() => choose(twin.dossier, twin.reasons)}>
              {t('pair.same')}
            </button>
          </li>
        ))}
      </ul>
      {twins.length === 0 && <p class="hint">{t('merge.none')}</p>}
      <form
        onSubmit={(e) => {
          e.preventDefault();
          if (id.trim() && id.trim() !== dossier.id) choose(id.trim(), []);
        }}
      >
        <Field label={t('merge.id')}>
          <input
            type="text"
            dir="ltr"
            data-first={twins.length === 0 ? '' : undefined}
            value={id}
            onInput={(e) => setId(e.currentTarget.value)}
          />
        </Field>
        <div class="buttons">
          <button type="submit" disabled={!id.trim() || id.trim() === dossier.id}>
            {t('pair.same')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
