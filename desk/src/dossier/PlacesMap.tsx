import { geoCircle, geoContains, geoGraticule10, geoMercator, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { useEffect, useState } from 'preact/hooks';
import type { DossierPlace } from '../api/types';
import { Name } from '../components/parts';
import { useWidth } from '../components/useWidth';
import { country, direction, t, word } from '../i18n/i18n';
import { type Countries, loadCountries } from './countries';

const kilometresPerDegree = 111.2;

/** Radius that stands for a place of which only the kind is known, in kilometres; null: it is a point, or an area that has its own shape. */
const radiusOf: Record<string, number | null> = {
  site: null,
  quarter: null,
  town: null,
  district: 25,
  province: 80,
  region: 150,
  country: null,
};

/** A circle of this radius would be smaller than the mark of a point on any map that is drawn. */
const smallestCircle = 5;

/** Only what is as small as a town may be drawn as a point. */
function isPoint(place: DossierPlace): boolean {
  return ['site', 'quarter', 'town'].includes(place.precision ?? '') && (place.radius_km ?? 0) <= smallestCircle;
}

function radius(place: DossierPlace): number | null {
  return place.radius_km ?? radiusOf[place.precision ?? ''] ?? null;
}

/** Where it is said to have happened: a point for a town, a circle as wide as what is known for anything larger, the whole country where no more is said. */
export function PlacesMap({ places }: { places: readonly DossierPlace[] }) {
  const [box, width] = useWidth<HTMLElement>(560);
  const [countries, setCountries] = useState<Countries | null>(null);
  const located = places.filter((p) => p.coordinates);
  const wanted = located.length > 0;
  useEffect(() => {
    if (wanted) loadCountries().then(setCountries, () => setCountries(null));
  }, [wanted]);
  return (
    <figure class="chart map" ref={box}>
      {wanted && <MapDrawing places={located} countries={countries} width={width} />}
      <ul class="places">
        {places.map((p) => (
          <li key={`${p.name}|${p.precision}|${p.report}`}>
            <span class={`place-mark ${isPoint(p) ? 'point' : 'area'}`} aria-hidden="true" /> <Name>{p.name}</Name>
            {p.admin1 && p.admin1 !== p.name && (
              <>
                {t('list.comma')}
                <Name>{p.admin1}</Name>
              </>
            )}
            {p.country && `${t('list.comma')}${country(p.country)}`} <small>{word('precision', p.precision)}</small>
            {radius(p) && <small> ± {t('map.km', { n: Math.round(radius(p) ?? 0) })}</small>}
            {!p.coordinates && <small> {t('map.nowhere')}</small>}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function MapDrawing({ places, countries, width }: { places: readonly DossierPlace[]; countries: Countries | null; width: number }) {
  const height = Math.round(Math.min(360, width * 0.62));
  const whole = new Map<DossierPlace, Feature>();
  for (const p of places) {
    if (p.precision !== 'country' || !countries || !p.coordinates) continue;
    const at: [number, number] = [p.coordinates.longitude, p.coordinates.latitude];
    const found = countries.features.find((f) => geoContains(f, at));
    if (found) whole.set(p, found);
  }
  const circle = (p: DossierPlace, km: number) =>
    geoCircle()
      .center([p.coordinates?.longitude ?? 0, p.coordinates?.latitude ?? 0])
      .radius(km / kilometresPerDegree)();
  const frame: FeatureCollection<Geometry> = {
    type: 'FeatureCollection',
    features: places.map(
      (p) => whole.get(p) ?? { type: 'Feature', properties: {}, geometry: circle(p, Math.max(220, (radius(p) ?? 0) * 1.6)) },
    ),
  };
  const projection = geoMercator().fitExtent(
    [
      [8, 8],
      [width - 8, height - 8],
    ],
    frame,
  );
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  const path = geoPath(projection);
  const points = places.filter(isPoint);
  const areas = places.filter((p) => !isPoint(p));
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${t('dossier.map')}: ${places.map((p) => `${p.name} (${word('precision', p.precision)})`).join(', ')}`}
    >
      <defs>
        <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" class="hatch-ground" />
          <line x1="0" y1="0" x2="0" y2="7" class="hatch-line" />
        </pattern>
      </defs>
      <rect class="sea" width={width} height={height} />
      <path class="graticule" d={path(geoGraticule10()) ?? undefined} />
      {countries?.features.map((f, i) => {
        const d = path(f);
        return d ? <path key={i} class="land" d={d} /> : null;
      })}
      {countries?.features.map((f) => {
        const name = countryName(f);
        const at = path.centroid(f);
        if (!name || !path(f) || at.some((n) => Number.isNaN(n)) || path.area(f) < name.length * 900) return null;
        return (
          <text key={name} class="country" x={at[0]} y={at[1]} text-anchor="middle" direction="ltr">
            {name}
          </text>
        );
      })}
      {areas.map((p) => {
        const km = radius(p);
        const shape = whole.get(p) ?? (km ? circle(p, km) : null);
        return shape ? (
          <path key={`${p.name}${p.precision}`} class="area" d={path(shape) ?? undefined}>
            <title>{`${p.name}, ${word('precision', p.precision)}`}</title>
          </path>
        ) : null;
      })}
      {points.map((p) => {
        const at = projection([p.coordinates?.longitude ?? 0, p.coordinates?.latitude ?? 0]);
        return at ? (
          <circle key={`${p.name}${p.precision}`} class="point" cx={at[0]} cy={at[1]} r={p.precision === 'town' ? 6 : 4}>
            <title>{`${p.name}, ${word('precision', p.precision)}`}</title>
          </circle>
        ) : null;
      })}
      <PlaceNames
        places={places}
        projection={(p) => projection([p.coordinates?.longitude ?? 0, p.coordinates?.latitude ?? 0])}
        width={width}
      />
      <Scale width={width} height={height} perPixel={kilometresPerPixel(projection, width, height)} />
    </svg>
  );
}

/** The name of a country in the language of the desk; its outline bears the number of ISO 3166. */
function countryName(outline: Feature): string {
  const name = (outline.properties?.name as string | undefined) ?? '';
  if (!outline.id) return name;
  const code = new Intl.Locale(`und-${String(outline.id).padStart(3, '0')}`).region ?? '';
  return /^[A-Z]{2}$/.test(code) ? country(code) : name;
}

/** Names beside their places, moved down where they would lie on each other. */
function PlaceNames({
  places,
  projection,
  width,
}: {
  places: readonly DossierPlace[];
  projection: (p: DossierPlace) => [number, number] | null;
  width: number;
}) {
  const taken: number[] = [];
  const seen = new Set<string>();
  return (
    <>
      {places.map((p) => {
        const at = projection(p);
        if (!at || seen.has(p.name)) return null;
        seen.add(p.name);
        let y = at[1] + 4;
        while (taken.some((other) => Math.abs(other - y) < 14)) y += 14;
        taken.push(y);
        const before = at[0] > width * 0.66;
        return (
          <text key={p.name} class="place" x={at[0] + (before ? -10 : 10)} y={y} text-anchor={before ? 'end' : 'start'} direction="ltr">
            {p.name}
          </text>
        );
      })}
    </>
  );
}

function kilometresPerPixel(projection: ReturnType<typeof geoMercator>, width: number, height: number): number {
  const a = projection.invert?.([width / 2 - 50, height / 2]);
  const b = projection.invert?.([width / 2 + 50, height / 2]);
  if (!a || !b) return 0;
  return (Math.abs(b[0] - a[0]) * kilometresPerDegree * Math.cos((a[1] * Math.PI) / 180)) / 100;
}

function Scale({ width, height, perPixel }: { width: number; height: number; perPixel: number }) {
  if (!perPixel) return null;
  const km = [10, 20, 50, 100, 200, 500, 1000, 2000].filter((n) => n / perPixel < width / 4).at(-1);
  if (!km) return null;
  const length = km / perPixel;
  return (
    <g class="scale">
      <path d={`M10,${height - 12}v4h${length}v-4`} />
      <text x={14 + length} y={height - 8} direction={direction.value} text-anchor={direction.value === 'rtl' ? 'end' : 'start'}>
        {t('map.km', { n: km })}
      </text>
    </g>
  );
}
