import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import fp from 'fastify-plugin'
import { may, type Permission } from '../../contract/roles.ts'
import { MatineeError } from '../errors.ts'
import { viewerOf } from './auth.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What an operator's role must allow: this, or one of these. */
    permission?: Permission | readonly Permission[]
    /** What some members of the body need beside it. */
    memberPermissions?: Readonly<Record<string, Permission>>
    /** Whether whoever asks must have proven lately who they are; or only where one of these members is sent. */
    stepUp?: true | readonly string[]
  }
}

const asList = (one: Permission | readonly Permission[]): readonly Permission[] =>
  typeof one === 'string' ? [one] : one

const isStudio = (url: string) => /^\/api\/studio(\/|$)/.test(url)

/** A route of the studio that says nothing of who may is a mistake, and is found at the start. */
function demandPermission({ url, config, method }: RouteOptions): void {
  if (!isStudio(url) || config?.permission !== undefined) return
  throw new Error(`${method} ${url} does not say which permission it needs (config.permission).`)
}

function refuse(request: FastifyRequest): void {
  const { permission } = request.routeOptions.config
  if (permission === undefined) return
  const { role } = viewerOf(request)
  if (!may(role, ...asList(permission))) throw new MatineeError('FORBIDDEN')
}

function refuseMembers(request: FastifyRequest): void {
  const { memberPermissions } = request.routeOptions.config
  const { body } = request
  if (memberPermissions === undefined || typeof body !== 'object' || body === null) return
  const { role } = viewerOf(request)
  for (const [member, permission] of Object.entries(memberPermissions)) {
    if (member in body && !may(role, permission)) throw new MatineeError('FORBIDDEN')
  }
}

/** The one place where operators are refused: each route says beside its address what it needs. */
export const permissionsPlugin = fp(
  async (app: FastifyInstance) => {
    app.addHook('onRoute', demandPermission)
    app.addHook('onRequest', async (request) => refuse(request))
    app.addHook('preHandler', async (request) => refuseMembers(request))
  },
  { name: 'permissions', fastify: '5.x', dependencies: ['auth'] },
)
