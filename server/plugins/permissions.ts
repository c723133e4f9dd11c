import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import fp from 'fastify-plugin'
import { may, type Permission } from '../../contract/roles.ts'
import type { Clock } from '../clients/clock.ts'
import { MatineeError } from '../errors.ts'
import { type Viewer, viewerOf } from './auth.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What an operator's role must allow: this, or one of these. */
    permission?: Permission | readonly Permission[]
    /** What some members of the body need beside it. */
    memberPermissions?: Readonly<Record<string, Permission>>
    /**
     * Whether whoever asks must have proven lately who they are. `factor`: only who has a second factor, since
     * the body holds the password. A list: only where one of these members is sent.
     */
    stepUp?: true | 'factor' | readonly string[]
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

/** How the sign-in of whoever asks stands. */
export interface Standing {
  /** When they last proved who they are. */
  provenAt: Date | null
  /** When they last did so by a second factor; null: not in this sign-in. */
  secondFactorAt: Date | null
  /** How they can; "password" where they have no second factor. */
  methods: readonly ('password' | 'code' | 'passkey')[]
}

export interface PermissionOptions {
  clock: Pick<Clock, 'now'>
  standingOf(viewer: Viewer): Promise<Standing>
  /** Whether the studio opens only to who has shown a second factor. */
  secondFactorRequired(): Promise<boolean>
}

/** For how long a proof is good. */
const PROOF_MINUTES = 60

function needsProof({ routeOptions, body }: FastifyRequest): boolean {
  const { stepUp } = routeOptions.config
  if (stepUp === undefined) return false
  if (stepUp === true || stepUp === 'factor') return true
  return typeof body === 'object' && body !== null && stepUp.some((member) => member in body)
}

const refuseUnproven = ({ methods }: Standing, setUp = false) =>
  new MatineeError('STEP_UP_REQUIRED', { members: { methods, ...(setUp && { setUp }) } })

/**
 * The one place where operators are refused: each route says beside its address what it needs, and whether
 * whoever asks must have proven lately who they are.
 */
export const permissionsPlugin = fp(
  async (app: FastifyInstance, options: PermissionOptions) => {
    async function refuseWithoutFactor(request: FastifyRequest): Promise<void> {
      if (request.routeOptions.config.permission === undefined) return
      if (!(await options.secondFactorRequired())) return
      const standing = await options.standingOf(viewerOf(request))
      // One that was shown and then removed guards nothing.
      const hasFactor = !standing.methods.includes('password')
      if (hasFactor && standing.secondFactorAt !== null) return
      throw refuseUnproven(standing, !hasFactor)
    }

    async function refuseOldProof(request: FastifyRequest): Promise<void> {
      if (!needsProof(request)) return
      const standing = await options.standingOf(viewerOf(request))
      // Who has a second factor proves it by that one.
      const hasFactor = !standing.methods.includes('password')
      if (!hasFactor && request.routeOptions.config.stepUp === 'factor') return
      const at = hasFactor ? standing.secondFactorAt : standing.provenAt
      const oldest = options.clock.now().getTime() - PROOF_MINUTES * 60_000
      if (at === null || at.getTime() < oldest) throw refuseUnproven(standing)
    }

    app.addHook('onRoute', demandPermission)
    app.addHook('onRequest', async (request) => {
      refuse(request)
      await refuseWithoutFactor(request)
    })
    app.addHook('preHandler', async (request) => {
      refuseMembers(request)
      await refuseOldProof(request)
    })
  },
  { name: 'permissions', fastify: '5.x', dependencies: ['auth'] },
)
