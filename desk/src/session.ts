import { computed, signal } from '@preact/signals';
import { adopt, ask, get } from './api/client';
import type { Role, Session } from './api/types';
import { forget } from './api/useResource';

export const session = signal<Session | null>(null);
export const sessionError = signal<unknown>(null);

const ranks: Role[] = ['reader', 'contributor', 'reviewer', 'editor', 'admin'];

/** Whether who is signed in has a role or one above it. The API decides; the desk only hides what it would refuse. */
export function may(role: Role): boolean {
  const own = session.value?.role;
  return !!own && ranks.indexOf(own) >= ranks.indexOf(role);
}

export const signedIn = computed(() => session.value?.state === 'signed_in');

function take(next: Session): void {
  forget();
  adopt(next, () => {
    if (session.value?.state === 'signed_in') session.value = { state: 'signed_out' };
  });
  session.value = next;
}

export async function loadSession(): Promise<void> {
  try {
    take(await get<Session>('/v1/session'));
    sessionError.value = null;
  } catch (error) {
    sessionError.value = error;
  }
}

export async function signIn(name: string, password: string): Promise<void> {
  await ask('POST', '/v1/session', { name, password });
  await loadSession();
}

export async function setUp(code: string, name: string, password: string): Promise<void> {
  await ask('POST', '/v1/setup', { code, name, password });
  await loadSession();
  if (session.value?.state !== 'signed_in') await signIn(name, password);
}

export async function signOut(): Promise<void> {
  await ask('DELETE', '/v1/session');
  await loadSession();
}
