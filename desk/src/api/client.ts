import type { Session } from './types';

/** An answer that is no success, as application/problem+json tells it. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  constructor(status: number, title: string, detail: string) {
    super(detail || title);
    this.status = status;
    this.title = title;
  }
}

export interface Answer<T> {
  data: T;
  etag: string | null;
}

let csrf: string | null = null;
let onSignedOut: () => void = () => {};

/** Takes over what the session says: its token goes with each change. */
export function adopt(session: Session, signedOut: () => void): void {
  csrf = session.csrf ?? null;
  onSignedOut = signedOut;
}

/** Asks the API. Throws a {@link Problem} for whatever is no success, and status 0 where nothing answers. */
export async function ask<T>(
  method: string,
  url: string,
  body?: unknown,
  options: { signal?: AbortSignal; ifMatch?: string } = {},
): Promise<Answer<T>> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET' && csrf) headers['X-CSRF'] = csrf;
  if (options.ifMatch) headers['If-Match'] = options.ifMatch;
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: options.signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, 'offline', '');
  }
  const text = await response.text();
  const json = parse(text);
  if (!response.ok) {
    if (response.status === 401 && !url.endsWith('/v1/session')) onSignedOut();
    const problem = (json ?? {}) as { title?: string; detail?: string };
    throw new Problem(response.status, problem.title ?? response.statusText, problem.detail ?? '');
  }
  return { data: json as T, etag: response.headers.get('ETag') };
}

export async function get<T>(url: string, signal?: AbortSignal): Promise<T> {
  return (await ask<T>('GET', url, undefined, { signal })).data;
}

function parse(text: string): unknown {
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
