// Checks a folder of exports, one file a format, by validators of other makers. Usage: node check.js FOLDER
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import Ajv2020 from 'ajv/dist/2020.js';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { check as checkGeoJson } from '@placemarkio/check-geojson';
import { HtmlValidate } from 'html-validate';
import ftm from '@opensanctions/followthemoney';

const require = createRequire(import.meta.url);
const folder = process.argv[2];
const here = new URL('.', import.meta.url).pathname;
const read = name => readFileSync(join(folder, name), 'utf8');
const lines = name => read(name).split('\n').filter(l => l.length > 0).map(l => JSON.parse(l));
const schemaOf = name => JSON.parse(readFileSync(join(here, name), 'utf8'));
let failed = 0;

async function checks(format, by, run) {
  try {
    const faults = await run();
    failed += faults.length > 0 ? 1 : 0;
    console.log(`${faults.length === 0 ? 'ok    ' : 'FAILED'} ${format} by ${by}${faults.slice(0, 10).map(f => `\n         ${f}`).join('')}`);
  } catch (e) {
    failed++;
    console.log(`FAILED ${format} by ${by}\n         ${String(e.message ?? e).slice(0, 300)}`);
  }
}

function ajvFaults(validate, value, name = '') {
  return validate(value) ? [] : validate.errors.map(e => `${name}${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
}

for (const name of ['csv-incidents', 'csv-claims']) {
  await checks(name, 'csv-parse (RFC 4180, strict)', () => {
    const rows = parse(read(name), { columns: true, record_delimiter: '\r\n', relax_quotes: false, relax_column_count: false });
    const faults = rows.length === 0 ? ['no rows'] : [];
    rows.forEach((row, i) => Object.entries(row).forEach(([column, cell]) => {
      if (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) && Number.isNaN(Number(cell))) faults.push(`row ${i + 1}, ${column}: a formula: ${cell}`);
    }));
    return faults;
  });
}

await checks('geojson', '@placemarkio/check-geojson (RFC 7946)', () => {
  checkGeoJson(read('geojson'));
  return [];
});
await checks('geojson', 'ajv and geojson-schema', () => {
  const feature = structuredClone(require('geojson-schema/Feature.json'));
  delete feature.$schema;
  delete feature.$id;
  delete feature.id;
  const ajv = new Ajv({ strict: false });
  const validate = ajv.compile(feature);
  return JSON.parse(read('geojson')).features.flatMap(f => ajvFaults(validate, f, f.id));
});

await checks('stix', 'ajv and stix-2.1.schema.json', () => {
  const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
  return ajvFaults(ajv.compile(schemaOf('stix-2.1.schema.json')), JSON.parse(read('stix')));
});
await checks('stix', 'references and versions within the bundle', () => {
  const { objects } = JSON.parse(read('stix'));
  const ids = new Set(objects.map(o => o.id));
  const faults = ids.size === objects.length ? [] : ['an id comes twice'];
  for (const object of objects) {
    if (object.modified < object.created) faults.push(`${object.id}: modified before it was created`);
    if (!object.id.startsWith(object.type + '--')) faults.push(`${object.id} is of type ${object.type}`);
    const named = Object.entries(object).flatMap(([key, value]) => (key.endsWith('_ref') ? [value] : key.endsWith('_refs') ? value : [])).concat(Object.keys(object.extensions ?? {}).filter(() => object.type !== 'marking-definition'));
    named.filter(id => !ids.has(id)).forEach(id => faults.push(`${object.id}: ${id} is not in the bundle`));
  }
  return faults;
});
await checks('stix', '@security-alliance/stix (types of STIX 2.1) and TypeScript', () => {
  const work = mkdtempSync(join(here, 'types-'));
  try {
    // Those of its types that have all properties of the standard; "extensions" it takes for definitions.
    const bundle = JSON.parse(read('stix'), (key, value) => (key === 'extensions' ? undefined : value));
    writeFileSync(join(work, 'bundle.ts'), `import type { Identity, Incident, Note } from '@security-alliance/stix/2.1';\n`
      + [['identity', 'Identity'], ['incident', 'Incident'], ['note', 'Note']].map(([type, name]) => `export const ${type}s: ${name}[] = ${JSON.stringify(bundle.objects.filter(o => o.type === type))};\n`).join(''));
    execFileSync(process.execPath, [require.resolve('typescript/lib/tsc.js'), '--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'nodenext', join(work, 'bundle.ts')], { encoding: 'utf8' });
    return [];
  } catch (e) {
    if (e.stdout === undefined) throw e;
    return e.stdout.split('\n').filter(l => l.length > 0).map(l => l.slice(0, 400));
  } finally {
    rmSync(work, { recursive: true });
  }
});

const model = new ftm.Model(ftm.defaultModel);
await checks('ftm', '@opensanctions/followthemoney (its model)', () => {
  const faults = [];
  const entities = new Map();
  for (const raw of lines('ftm')) {
    const entity = model.getEntity(raw);
    const known = entities.get(raw.id);
    if (known && known.schema.name !== entity.schema.name) faults.push(`${raw.id}: ${entity.schema.name} was ${known.schema.name}`);
    if (!known) entities.set(raw.id, entity);
    const written = new Set(Object.keys(raw.properties));
    for (const name of written) if (!entity.schema.hasProperty(name)) faults.push(`${raw.id}: ${entity.schema.name} has no ${name}`);
    for (const name of requiredOf(entity.schema)) if (!written.has(name)) faults.push(`${raw.id}: ${entity.schema.name} needs ${name}`);
  }
  for (const entity of entities.values()) {
    for (const property of entity.getProperties()) {
      for (const value of entity.getProperty(property)) faults.push(...valueFaults(entity, property, value, entities));
    }
  }
  return faults;
});

function requiredOf(schema) {
  return [...new Set([...(schema.required ?? []), ...schema.getExtends().flatMap(requiredOf)])];
}

function valueFaults(entity, property, value, entities) {
  const fault = what => [`${entity.id}.${property.name}: ${value} ${what}`];
  const values = property.type.values;
  if (values && values.size > 0 && !values.has(value)) return fault(`is no ${property.type.name}`);
  if (property.type.name === 'date' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return fault('is no date');
  if (property.type.name === 'url' && !/^https?:\/\//.test(value)) return fault('is no address');
  if (property.type.name === 'number' && Number.isNaN(Number(value))) return fault('is no number');
  if (property.type.name !== 'entity') return [];
  const target = entities.get(value);
  if (!target) return fault('is not there');
  return property.getRange && !target.schema.isA(property.getRange()) ? fault(`is a ${target.schema.name}, a ${property.getRange().name} was expected`) : [];
}

await checks('ftm-statements', 'the entities they belong to', () => {
  const stated = new Map();
  const faults = [];
  for (const s of lines('ftm-statements')) {
    for (const name of ['id', 'entity_id', 'canonical_id', 'schema', 'prop', 'value', 'dataset']) if (typeof s[name] !== 'string') faults.push(`${s.id}: no ${name}`);
    if (!/^[0-9a-f]{40}$/.test(s.id)) faults.push(`${s.id} is no SHA-1`);
    if (s.prop !== 'id') stated.set(`${s.entity_id} ${s.prop} ${s.value}`, s.schema);
  }
  for (const e of lines('ftm')) for (const [prop, values] of Object.entries(e.properties)) for (const v of values) if (stated.get(`${e.id} ${prop} ${v}`) !== e.schema) faults.push(`${e.id}.${prop}: ${v} is not stated`);
  return faults;
});

await checks('plover', 'ajv and plover.schema.json', () => {
  const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
  const validate = ajv.compile(schemaOf('plover.schema.json'));
  return lines('plover').flatMap(r => ajvFaults(validate, r, r.id));
});

await checks('html', 'html-validate (standard)', async () => {
  const htmlvalidate = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-inline-style': 'error', 'long-title': 'off', 'no-trailing-whitespace': 'off' } });
  const report = await htmlvalidate.validateString(read('html'));
  return report.results.flatMap(r => r.messages.map(m => `line ${m.line}: ${m.message} (${m.ruleId})`));
});

console.log(failed === 0 ? 'All exports conform.' : `${failed} checks failed.`);
process.exit(failed === 0 ? 0 : 1);
