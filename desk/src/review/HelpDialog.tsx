import { Dialog } from '../components/Dialog';
import { t } from '../i18n/i18n';
import { ownKeys } from '../prefs';
import { actions, initialKeys, keyOf } from './keys';

/** All keys, each of which can be changed or switched off. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const taken = (key: string, action: string) => actions.some((a) => a !== action && keyOf(a, ownKeys.value) === key);
  const set = (action: string, key: string) => {
    const character = key.trim().slice(-1).toLowerCase();
    if (character && taken(character, action)) return;
    ownKeys.value = { ...ownKeys.value, [action]: character };
  };
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <p class="hint">{t('keys.hint')}</p>
      <table class="keys">
        <tbody>
          {actions.map((action) => (
            <tr key={action}>
              <td>
                {action === 'close' ? (
                  <kbd>Esc</kbd>
                ) : (
                  <input
                    type="text"
                    size={2}
                    maxLength={2}
                    dir="ltr"
                    value={keyOf(action, ownKeys.value)}
                    aria-label={t('keys.change', { action: t(`key.${action}`) })}
                    onInput={(e) => set(action, e.currentTarget.value)}
                  />
                )}
              </td>
              <th scope="row">{t(`key.${action}`)}</th>
              <td class="hint">{t(`keyhelp.${action}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="buttons">
        <button
          type="button"
          onClick={() => {
            ownKeys.value = {};
          }}
        >
          {t('keys.reset', { keys: Object.values(initialKeys).slice(0, 4).join(' ') })}
        </button>
        <button type="button" class="primary" data-first onClick={onClose}>
          {t('action.close')}
        </button>
      </div>
    </Dialog>
  );
}
