import type { ClaimItem } from '../api/types';
import { Name, Quote, StanceChip, When } from '../components/parts';
import { t, word } from '../i18n/i18n';
import { to } from '../router';

/** A claim in a list: stance, speaker, words, and the way to its source. */
export function ClaimRow({ claim }: { claim: ClaimItem }) {
  return (
    <li class="claim-row">
      <StanceChip stance={claim.stance} certainty={claim.certainty} />{' '}
      <b>{claim.speaker ? <Name>{claim.speaker}</Name> : word('voice', claim.voice ?? 'passive')}</b>{' '}
      <Quote text={claim.content ?? claim.text} />{' '}
      <span class="from">
        <When iso={claim.published} />{' '}
        <a href={to.report(claim.report, claim.id ? { value: claim.id } : {})}>
          <bdi>{t('search.toreport')}</bdi>
        </a>
        {claim.dossier && (
          <>
            {' '}
            <a href={to.dossier(claim.dossier)}>{t('search.todossier')}</a>
          </>
        )}
      </span>
    </li>
  );
}
