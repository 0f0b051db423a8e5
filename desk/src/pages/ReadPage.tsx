import { useState } from 'preact/hooks';
import { ask, Problem } from '../api/client';
import type { ReadRecord } from '../api/types';
import { Field, Trouble } from '../components/parts';
import { t, word } from '../i18n/i18n';
import { Reading } from '../reading/ReadingPage';
import { go, to, withQuery } from '../router';
import { may } from '../session';

/** A text that is read on the spot. Nothing is kept unless somebody adds it. */
export function ReadPage() {
  const [form, setForm] = useState({ title: '', outlet: '', published: '', text: '' });
  const [record, setRecord] = useState<ReadRecord | null>(null);
  const [error, setError] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const set = (name: keyof typeof form) => (e: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
    setForm({ ...form, [name]: e.currentTarget.value });
  const body = () => Object.fromEntries(Object.entries(form).filter(([, value]) => value.trim() !== ''));
  const call = async (run: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await run();
    } catch (problem) {
      setError(problem instanceof Problem ? problem : new Problem(0, String(problem), ''));
    } finally {
      setBusy(false);
    }
  };
  const read = () =>
    call(async () => {
      const answer = await ask<ReadRecord>('POST', '/v1/read', body());
      go(withQuery({ value: null, span: null }), true);
      setAdded(null);
      setRecord(answer.data);
    });
  const add = () =>
    call(async () => {
      const { data } = await ask<{ items: { id: string }[] }>('POST', '/v1/reports', { reports: [body()] });
      const first = data.items[0];
      if (first) setAdded(first.id);
    });
  return (
    <main class="page read-page" id="main">
      <h1>{t('read.title')}</h1>
      <p class="hint">{t('read.hint')}</p>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          read();
        }}
      >
        <div class="questions">
          <Field label={t('read.heading')}>
            <input type="text" dir="auto" value={form.title} onInput={set('title')} />
          </Field>
          <Field label={t('read.outlet')}>
            <input type="text" dir="auto" value={form.outlet} onInput={set('outlet')} />
          </Field>
          <Field label={t('read.published')} hint={t('read.publishedhint')}>
            <input
              type="text"
              dir="ltr"
              placeholder="2023-12-14"
              pattern="\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?Z?)?"
              value={form.published}
              onInput={set('published')}
            />
          </Field>
        </div>
        <Field label={t('read.text')}>
          <textarea rows={record ? 4 : 12} dir="auto" required value={form.text} onInput={set('text')} />
        </Field>
        <div class="buttons">
          <button type="submit" class="primary" disabled={busy || !form.text.trim()}>
            {busy ? t('waiting') : t('read.go')}
          </button>
          {record && may('contributor') && !added && (
            <button type="button" disabled={busy} onClick={add}>
              {t('read.add')}
            </button>
          )}
          {added && (
            <a class="button" href={to.report(added)}>
              {t('read.added')}
            </a>
          )}
        </div>
        {error && <Trouble error={error} />}
      </form>
      {record && (
        <section aria-label={t('read.result')}>
          <p role="status" class="hint">
            {t('read.found', { n: record.events.length })} {record.events.map((e) => word('type', e.type)).join(' · ')}
          </p>
          <Reading record={record} />
        </section>
      )}
    </main>
  );
}
