import { signal } from '@preact/signals';
import { number, t } from '../i18n/i18n';
import { ownKeys } from '../prefs';
import { CommitDialog } from './CommitDialog';
import { HelpDialog } from './HelpDialog';
import { actions, type KeyAction, keyOf } from './keys';
import { canUndo, pending, undo } from './store';
import { active, perform, useKeys } from './useKeys';

export const openDialog = signal<'commit' | 'help' | null>(null);

const always: KeyAction[] = ['help'];

export function shown(key: string): string {
  return key === 'Escape' ? 'Esc' : key;
}

/** Which key does what on this screen; each is a button as well. */
export function KeyStrip() {
  useKeys(
    {
      help: () => {
        openDialog.value = 'help';
      },
      commit: pending.value.length
        ? () => {
            openDialog.value = 'commit';
          }
        : undefined,
      undo: canUndo.value ? undo : undefined,
    },
    true,
  );
  const shownKeys = actions.filter((a) => active.value.has(a) && a !== 'commit');
  return (
    <>
      <footer class="strip">
        {shownKeys.some((a) => !always.includes(a)) || pending.value.length > 0 ? (
          <div class="keys" role="group" aria-label={t('keys.strip')}>
            {shownKeys.map((action) => (
              <button type="button" key={action} onClick={() => perform(action)}>
                {keyOf(action, ownKeys.value) && <kbd>{shown(keyOf(action, ownKeys.value))}</kbd>}
                <span>{t(`key.${action}`)}</span>
              </button>
            ))}
          </div>
        ) : null}
        {pending.value.length > 0 && (
          <button
            type="button"
            class="primary pending"
            onClick={() => {
              openDialog.value = 'commit';
            }}
          >
            <kbd>{shown(keyOf('commit', ownKeys.value))}</kbd>
            <span>
              {t('pending.open')} <b>{number(pending.value.length)}</b>
            </span>
          </button>
        )}
      </footer>
      {openDialog.value === 'commit' && <CommitDialog onClose={closeDialog} />}
      {openDialog.value === 'help' && <HelpDialog onClose={closeDialog} />}
    </>
  );
}

function closeDialog(): void {
  openDialog.value = null;
}
