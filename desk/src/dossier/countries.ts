import type { FeatureCollection, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import file from 'world-atlas/countries-50m.json?url';

export type Countries = FeatureCollection<Geometry, { name?: string }>;

let asked: Promise<Countries> | null = null;

/** The outlines of all countries (Natural Earth, 1:50 million), asked for once and only where a map is drawn. */
export function loadCountries(): Promise<Countries> {
  asked ??= fetch(file)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status}`))))
    .then((topology) => feature(topology, topology.objects.countries) as unknown as Countries);
  asked.catch(() => {
    asked = null;
  });
  return asked;
}
