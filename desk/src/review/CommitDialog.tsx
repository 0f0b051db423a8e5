import { useState } from 'preact/hooks';
import { Problem } from '../api/client';
import { Dialog } from '../components/Dialog';
import { Trouble } from '../components/parts';
import { t } from '../i18n/i18n';
import { to } from '../router';
import type { Pending } from './reducer';
import { commit, dispatch, pending } from './store';

/** All that is decided and not yet written, item by item. Nothing enters the ledger that is not listed here. */
export function CommitDialog({ onClose }: { onClose: () => void }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Problem | null>(null);
  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      await commit();
      if (!pending.value.length) onClose();
    } catch (problem) {
      setError(problem instanceof Problem ? problem : new Problem(0, String(problem), ''));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('pending.title')} onClose={onClose} wide>
      <p class="hint">{t('pending.hint')}</p>
      <ol class="diff">
        {pending.value.map((p) => (
          <Item key={p.key} item={p} onLeave={onClose} />
        ))}
      </ol>
      {pending.value.length === 0 && <p>{t('pending.none')}</p>}
      {error && <Trouble error={error} />}
      <div class="buttons">
        <button type="button" class="primary" data-first disabled={busy || !pending.value.length} onClick={send}>
          {t('pending.commit', { n: pending.value.length })}
        </button>
        <button type="button" onClick={onClose}>
          {t('action.back')}
        </button>
      </div>
    </Dialog>
  );
}

function Item({ item, onLeave }: { item: Pending; onLeave: () => void }) {
  const { dossier } = item.fields;
  return (
    <li class={`v-${item.verdict}`}>
      <div class="what">
        <strong>{item.summary}</strong> <span dir="auto">{item.title}</span>
      </div>
      {item.seen.length > 0 && (
        <details>
          <summary>{t('pending.seen', { n: item.seen.length })}</summary>
          <ul>
            {item.seen.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </details>
      )}
      {item.refused && (
        <p class="refused" role="alert" dir="auto">
          {t('pending.refused')} {item.refused}{' '}
          {typeof dossier === 'string' && (
            <a href={to.dossier(dossier)} onClick={onLeave}>
              {t('pending.look')}
            </a>
          )}
        </p>
      )}
      <div class="row">
        <input
          type="text"
          dir="auto"
          value={item.why ?? ''}
          placeholder={t('pending.why')}
          aria-label={`${t('pending.why')}: ${item.title}`}
          onInput={(e) => dispatch({ kind: 'explain', key: item.key, why: e.currentTarget.value })}
        />
        <button type="button" onClick={() => dispatch({ kind: 'drop', key: item.key })} aria-label={`${t('pending.drop')}: ${item.title}`}>
          {t('pending.drop')}
        </button>
      </div>
    </li>
  );
}
