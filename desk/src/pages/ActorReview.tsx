import { useState } from 'preact/hooks';
import type { DecisionEntry } from '../api/types';
import { Field, Name, Section } from '../components/parts';
import { Reasons } from '../dossier/DossierLink';
import { t } from '../i18n/i18n';
import { DecisionFeed } from '../review/DecisionFeed';
import { actorsDecision } from '../review/decisions';
import { decide } from '../review/store';
import { to } from '../router';
import { may } from '../session';

interface Named {
  id: string;
  name: string;
}

export interface Twin extends Named {
  reasons: string[];
}

const verdicts = ['same', 'unsure'] as const;

/** Who may be the same actor, with the decision on it; and what was decided. Two of one name are joined here and parted by an undo. */
export function ActorReview({ actor, twins, decisions }: { actor: Named; twins: readonly Twin[]; decisions: readonly DecisionEntry[] }) {
  const [other, setOther] = useState('');
  const decides = may('reviewer');
  if (!decides && !twins.length && !decisions.length) return null;
  return (
    <Section id="twins" title={t('actors.twins')}>
      <ul class="plain twins">
        {twins.map((twin) => (
          <li key={twin.id}>
            <a href={to.actor(twin.id)}>
              <Name>{twin.name}</Name>
            </a>
            <Reasons reasons={twin.reasons} />
            {decides && (
              <div class="buttons small">
                {verdicts.map((v) => (
                  <button type="button" key={v} onClick={() => decide(actorsDecision(v, actor, twin))}>
                    {t(`pair.${v}`)} <span class="visually-hidden">{twin.name}</span>
                  </button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      {decides && (
        <form
          class="questions"
          onSubmit={(e) => {
            e.preventDefault();
            const name = other.trim();
            if (!name || name === actor.id) return;
            decide(actorsDecision('same', actor, { id: name, name, reasons: [] }));
            setOther('');
          }}
        >
          <Field label={t('actors.other')}>
            <input type="text" dir="auto" value={other} onInput={(e) => setOther(e.currentTarget.value)} />
          </Field>
          <div class="buttons">
            <button type="submit" disabled={!other.trim() || other.trim() === actor.id}>
              {t('pair.same')}
            </button>
          </div>
        </form>
      )}
      {decisions.length > 0 && <DecisionFeed decisions={decisions} />}
    </Section>
  );
}
