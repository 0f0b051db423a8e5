import { Section } from '../components/parts';
import { t } from '../i18n/i18n';

const formats = ['html', 'csv-incidents', 'csv-claims', 'geojson', 'stix', 'ftm', 'plover'] as const;

/** What can be handed over, each with its own link. The API writes down who took what. */
export function Exports({ query }: { query: string }) {
  return (
    <Section id="exports" title={t('exports')} aside={<span class="aside">{t('exports.logged')}</span>}>
      <ul class="exports">
        {formats.map((format) => (
          <li key={format}>
            <a
              href={`/v1/exports/${format}?${query}`}
              target={format === 'html' ? '_blank' : undefined}
              rel="noreferrer"
              download={format === 'html' ? undefined : ''}
            >
              {t(`exports.${format}`)}
            </a>
          </li>
        ))}
        <li>
          <button type="button" class="quiet" onClick={() => window.print()}>
            {t('exports.print')}
          </button>
        </li>
      </ul>
    </Section>
  );
}
