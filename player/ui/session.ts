import { useEffect, useState } from 'preact/hooks'
import type { Me, SessionAnswer } from '../../contract/accounts.ts'
import { forget } from './memory.ts'
import { api, onSessionEnd, renewal } from './page-api.ts'
import { type Problem, toProblem } from './problem.ts'

export type Session =
  | { status: 'loading' }
  | { status: 'signed-out' }
  | { status: 'signed-in'; me: Me }
  /** It cannot be told now whether anyone is signed in. */
  | { status: 'failed'; problem: Problem }

let current: Session = { status: 'loading' }
const listeners = new Set<(session: Session) => void>()
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('matinee')

/** An access cookie lives 15 minutes; it is renewed well before, so that the player never meets its end. */
const renewAfterMs = 10 * 60_000

function set(session: Session): void {
  current = session
  for (const listener of listeners) listener(session)
}

/** Asks the API who is signed in. */
export async function loadSession(): Promise<Session> {
  try {
    const me = await whoIsIn()
    set(me === null ? { status: 'signed-out' } : { status: 'signed-in', me })
  } catch (error) {
    set({ status: 'failed', problem: toProblem(error) })
  }
  return current
}

async function whoIsIn(): Promise<Me | null> {
  const ask = () => api.get<SessionAnswer>('/api/session')
  const { me, renewable } = await ask()
  if (me !== null || !renewable) return me
  return (await renewal.renew(renewal.latest())) ? (await ask()).me : null
}

/** For the player, whose requests are the viewer's too; nobody is asked about a stranger. */
export const renewSignIn = async (): Promise<boolean> =>
  current.status !== 'signed-out' && renewal.renew(renewal.latest())

/** After a change of who is signed in, or of what they pay for: asks anew, in every tab. */
export async function reloadSession(): Promise<void> {
  await loadSession()
  tabs?.postMessage('session')
}

async function enter(path: string, credentials: object) {
  await api.post(path, credentials)
  renewal.mark()
  await reloadSession()
}

/** @param code of an app, where it was asked for */
export const signIn = (email: string, password: string, code?: string) =>
  enter('/api/auth/sign-in', { email, password, ...(code && { code }) })

export const signInByPasskey = (response: object) => enter('/api/auth/passkey', { response })

export const signUp = (email: string, password: string) =>
  enter('/api/auth/sign-up', { email, password })

export const signOut = () => leave(() => api.post('/api/auth/sign-out'))

export const signOutEverywhere = () => leave(() => api.post('/api/auth/sign-out-everywhere'))

/** Has the account deleted, which signs it out everywhere. */
export const deleteAccount = (password: string) =>
  leave(() => api.request('DELETE', '/api/me', { body: { password } }))

async function leave(act: () => Promise<void>): Promise<void> {
  await act()
  renewal.clear()
  forget('return')
  set({ status: 'signed-out' })
  tabs?.postMessage('session')
}

async function keepFresh(): Promise<void> {
  if (current.status !== 'signed-in' || document.hidden || !renewal.olderThan(renewAfterMs)) return
  await renewal.renew(renewal.latest()).catch(() => undefined)
}

/** Signed out on another device: what asks for a sign-in must not take the viewer for signed in. */
function noteEnd(): void {
  if (current.status === 'signed-in') set({ status: 'signed-out' })
}

/** Starts the session: who is signed in, kept fresh while the page is looked at, the same in all tabs. */
export function startSession(): void {
  onSessionEnd(noteEnd)
  void loadSession()
  setInterval(() => void keepFresh(), 60_000)
  document.addEventListener('visibilitychange', () => void keepFresh())
  tabs?.addEventListener('message', () => void loadSession())
}

/** Who is signed in, as it changes. */
export function useSession(): Session {
  const [session, setSession] = useState(current)
  useEffect(() => {
    setSession(current)
    listeners.add(setSession)
    return () => {
      listeners.delete(setSession)
    }
  }, [])
  return session
}

/**
 * Names whose answers the API gives, for what is loaded per viewer: who they are, and what they pay
 * for. Null while it is not known.
 */
export function viewerOf(session: Session): string | null {
  if (session.status === 'loading') return null
  if (session.status !== 'signed-in') return 'stranger'
  const { user, subscription } = session.me
  return [user.id, subscription?.planId, subscription?.status].join(' ')
}
