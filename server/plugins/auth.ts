import { fastifyCookie } from '@fastify/cookie'
import { fastifyJwt } from '@fastify/jwt'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Role } from '../../contract/roles.ts'
import type { Clock } from '../clients/clock.ts'
import { MatineeError } from '../errors.ts'
import { type FilmTokens, openFilmTokens } from './film-tokens.ts'
import {
  clearSessionCookies,
  refreshCookieOf,
  sessionCookieNames,
  setSessionCookies,
} from './session-cookies.ts'

/** Who is asking. The role is the one stored now, not the one at sign-in. */
export interface Viewer {
  userId: string
  role: Role
  /** The signed-in browser (RefreshFamily). */
  familyId: string
}

export interface AuthOptions {
  /** The first signs, all verify: put a new one in front, drop the old one after 15 minutes. */
  secrets: readonly string[]
  clock: Clock
  /** Whether browsers reach this server by https (PUBLIC_URL). */
  https: boolean
  /**
   * Whether this sign-in still stands: not signed out, not expired, the account not disabled.
   * Answers the account's present role, or null. A rejection counts as "cannot tell".
   */
  roleOf(session: { userId: string; familyId: string }): Promise<Viewer['role'] | null>
}

/** What a sign-in or a refresh hands to the browser. */
export interface IssuedSession {
  userId: string
  familyId: string
  refreshToken: string
  refreshExpiresAt: Date
}

interface Asking {
  viewer: Viewer | null
  /** What the holder of a film's token is known by, in place of a cookie. */
  device?: string
  /** Why it could not be told who is asking. */
  failure?: unknown
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether a film's token will do: for the film in the path alone, or for whatever is asked. */
    filmToken?: 'film' | 'any'
  }
  interface FastifyRequest {
    asking: Asking | null
  }
  interface FastifyInstance {
    /** Sets both cookies. */
    signIn(reply: FastifyReply, session: IssuedSession): void
    /** Clears both cookies. */
    signOut(reply: FastifyReply): void
    refreshTokenOf(request: FastifyRequest): string | undefined
    filmTokens: FilmTokens
  }
}

export const ACCESS_TOKEN_SECONDS = 15 * 60
const AUDIENCE = 'matinee'

const AccessClaims = Type.Object({
  sub: Type.String({ minLength: 1 }),
  sid: Type.String({ minLength: 1 }),
  aud: Type.Literal(AUDIENCE),
  /** Keeps any other kind of token signed with the same secret from being taken for this one. */
  typ: Type.Literal('access'),
  iat: Type.Integer(),
  exp: Type.Integer(),
})
type AccessClaims = Static<typeof AccessClaims>

async function claimsOf(
  request: FastifyRequest,
  { secrets, clock }: AuthOptions,
): Promise<AccessClaims | null> {
  const clockTimestamp = clock.now().getTime()
  for (const key of secrets) {
    const claims: unknown = await request
      .jwtVerify({ onlyCookie: true, key, clockTimestamp })
      .catch(() => null)
    if (Value.Check(AccessClaims, claims)) return claims
  }
  return null
}

async function whoAsks(request: FastifyRequest, options: AuthOptions): Promise<Asking> {
  const claims = await claimsOf(request, options)
  return claims === null
    ? { viewer: null }
    : standing({ userId: claims.sub, familyId: claims.sid }, options)
}

async function standing(
  session: { userId: string; familyId: string },
  { roleOf }: AuthOptions,
): Promise<Asking> {
  try {
    const role = await roleOf(session)
    return { viewer: role && { ...session, role } }
  } catch (failure) {
    return { viewer: null, failure }
  }
}

const bearer = /^Bearer (\S+)$/i

/** Who holds a film's token; nobody, where it is not good for what is asked. */
async function whoHolds(
  request: FastifyRequest,
  token: string,
  tokens: FilmTokens,
  options: AuthOptions,
): Promise<Asking> {
  const pass = tokens.read(token, request.headers.origin)
  if (pass === null) return { viewer: null }
  const { idOrSlug } = request.params as { idOrSlug?: string }
  const isOther = idOrSlug !== pass.videoId && idOrSlug !== pass.slug
  if (request.routeOptions.config.filmToken === 'film' && isOther) return { viewer: null }
  const { userId, familyId, device } = pass
  return { ...(await standing({ userId, familyId }, options)), device }
}

/**
 * Reads the access cookie of requests to /api, or a film's token where one will do. Nothing else asks
 * who is there: pages and assets are the same for everybody, and under /play the token in the path is
 * the whole credential.
 */
export const authPlugin = fp<AuthOptions>(
  async (app, options) => {
    const { secrets, clock, https } = options
    const cookieName = sessionCookieNames(https).access
    const [secret] = secrets
    if (secret === undefined) throw new Error('authPlugin needs at least one secret')

    await app.register(fastifyCookie)
    await app.register(fastifyJwt, {
      secret,
      cookie: { cookieName, signed: false },
      sign: { algorithm: 'HS256', aud: AUDIENCE },
      verify: {
        algorithms: ['HS256'],
        allowedAud: AUDIENCE,
        requiredClaims: ['exp', 'iat', 'aud', 'sub'],
        maxAge: ACCESS_TOKEN_SECONDS,
        onlyCookie: true,
      },
    })

    app.decorate('filmTokens', openFilmTokens(app.jwt, secrets, clock))
    app.decorateRequest('asking', null)
    app.addHook('onRequest', (request, _reply, done) => {
      if (!request.routeOptions.url?.startsWith('/api/')) return done()
      const [, held] = bearer.exec(request.headers.authorization ?? '') ?? []
      const isHeld = request.routeOptions.config.filmToken !== undefined && held !== undefined
      if (!isHeld && !request.cookies[cookieName]) return done()
      const asks = isHeld
        ? whoHolds(request, held, app.filmTokens, options)
        : whoAsks(request, options)
      asks.then((asking) => {
        request.asking = asking
        done()
      }, done)
    })

    app.decorate('signIn', (reply: FastifyReply, session: IssuedSession) => {
      const now = clock.now().getTime()
      const access = app.jwt.sign(
        { sub: session.userId, sid: session.familyId, typ: 'access' },
        { expiresIn: ACCESS_TOKEN_SECONDS, clockTimestamp: now },
      )
      setSessionCookies(reply, https, {
        access,
        accessSeconds: ACCESS_TOKEN_SECONDS,
        refresh: session.refreshToken,
        refreshSeconds: Math.floor((session.refreshExpiresAt.getTime() - now) / 1000),
      })
    })
    app.decorate('signOut', (reply: FastifyReply) => clearSessionCookies(reply, https))
    app.decorate('refreshTokenOf', (request: FastifyRequest) => refreshCookieOf(request, https))
  },
  { name: 'auth', fastify: '5.x' },
)

/**
 * Who is asking, or null for someone not signed in (no token, or a wrong or expired one).
 *
 * @throws ENTITLEMENTS_UNAVAILABLE when it cannot be told: nobody is taken for signed out, or for
 * signed in, because the database is down
 */
export function maybeViewerOf(request: FastifyRequest): Viewer | null {
  if (!request.asking) return null
  const { viewer, failure } = request.asking
  if (failure !== undefined) throw new MatineeError('ENTITLEMENTS_UNAVAILABLE', { cause: failure })
  return viewer
}

/** @throws SIGN_IN_REQUIRED, ENTITLEMENTS_UNAVAILABLE */
export function viewerOf(request: FastifyRequest): Viewer {
  const viewer = maybeViewerOf(request)
  if (!viewer) throw new MatineeError('SIGN_IN_REQUIRED')
  return viewer
}
