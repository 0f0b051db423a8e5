import type { Dossier } from '../api/types';
import { useResource } from '../api/useResource';
import { reasonText, t } from '../i18n/i18n';
import { to } from '../router';

/** A link to another dossier by its title, which is asked for where it is not given. */
export function DossierLink({ id, title }: { id: string; title?: string | null }) {
  const { data } = useResource<Dossier>(title ? null : `/v1/dossiers/${encodeURIComponent(id)}`);
  return (
    <a href={to.dossier(id)} dir="auto">
      {title ?? data?.title ?? id}
    </a>
  );
}

/** Why two are put together or may be one, as the merging tells it. */
export function Reasons({ reasons }: { reasons: readonly string[] }) {
  if (!reasons.length) return null;
  return (
    <ul class="reasons" aria-label={t('reasons')}>
      {reasons.map((reason) => (
        <li key={reason}>{reasonText(reason)}</li>
      ))}
    </ul>
  );
}
