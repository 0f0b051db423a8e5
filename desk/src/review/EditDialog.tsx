import { useState } from 'preact/hooks';
import type { Dossier } from '../api/types';
import { Dialog } from '../components/Dialog';
import { Field, Quote } from '../components/parts';
import { direction, slotValue, t, word } from '../i18n/i18n';
import type { Written } from './decisions';

const slots = ['type', 'day', 'place', 'killed', 'wounded', 'kidnapped', 'missing', 'weapon', 'target', 'attributed_to', 'responsibility'];

interface Props {
  dossier: Dossier;
  slot: string | null;
  value: string | null;
  source: Pick<Written, 'report' | 'span'> | null;
  onWritten: (written: Written) => void;
  onClose: () => void;
}

/** Another value for one that is there, or one more. What is written by hand needs words of a source or a reason. */
export function EditDialog({ dossier, slot, value, source, onWritten, onClose }: Props) {
  const [written, setWritten] = useState({ slot: slot ?? 'killed', value: value ?? '', why: '' });
  const complete = written.value.trim() !== '' && (source?.span !== undefined || written.why.trim() !== '') && written.value !== value;
  return (
    <Dialog title={value === null ? t('edit.add') : t('edit.title')} onClose={onClose}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          if (!complete) return;
          onWritten({ ...written, value: written.value.trim(), why: written.why.trim(), ...source });
          onClose();
        }}
      >
        <p dir="auto">{dossier.title}</p>
        {value === null ? (
          <Field label={t('edit.slot')}>
            <select value={written.slot} onChange={(e) => setWritten({ ...written, slot: e.currentTarget.value })}>
              {slots.map((s) => (
                <option key={s} value={s}>
                  {word('slot', s)}
                </option>
              ))}
            </select>
          </Field>
        ) : (
          <p>
            {word('slot', written.slot)}: <bdi dir={direction.value}>{slotValue(written.slot, value)}</bdi>
          </p>
        )}
        <Field label={t('edit.value')}>
          <input
            type="text"
            dir="auto"
            data-first
            value={written.value}
            onInput={(e) => setWritten({ ...written, value: e.currentTarget.value })}
          />
        </Field>
        {source?.span ? (
          <p>
            {t('edit.source')} <Quote text={source.span.text} />
          </p>
        ) : (
          <p class="hint">{t('edit.nosource')}</p>
        )}
        <Field label={t('pending.why')}>
          <input
            type="text"
            dir="auto"
            value={written.why}
            required={!source?.span}
            onInput={(e) => setWritten({ ...written, why: e.currentTarget.value })}
          />
        </Field>
        <div class="buttons">
          <button type="submit" class="primary" disabled={!complete}>
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
