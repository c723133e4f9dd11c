import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { deleteDueAccounts } from '../accounts/delete-account.ts'
import { sealAnew } from '../accounts/sealed-secrets.ts'
import { repeat } from '../plugins/repeat.ts'
import type { Services } from '../services.ts'
import { sweepTables } from './sweep.ts'
import { walkWhenDue } from './walk-bucket.ts'

/** Keeps the tables from growing for ever, for as long as the app runs. */
export const retention = fp(
  async (app: FastifyInstance, deps: Services) => {
    const { database, clock, log, config } = deps
    repeat(app, {
      everyMs: 60 * 60_000,
      work: async (signal) => {
        const deleted = await deleteDueAccounts(database, clock.now())
        if (deleted > 0) log.info({ deleted }, 'deleted accounts as their owners had asked')
        const removed = await sweepTables(deps, signal)
        if (Object.keys(removed).length > 0) log.info(removed, 'removed rows past their age')
      },
      onError: (error) => log.warn({ err: error }, 'rows past their age could not be removed'),
    })
    repeat(app, {
      // Not at the start: a server that still has the old list could not open what is sealed anew.
      everyMs: 60 * 60_000,
      work: async () => {
        const sealed = await sealAnew(database, config.JWT_SECRETS.split(','))
        if (sealed > 0) log.info({ sealed }, 'sealed with the first of JWT_SECRETS')
      },
      onError: (error) => log.warn({ err: error }, 'what is sealed could not be sealed anew'),
    })
    repeat(app, {
      everyMs: 60 * 60_000,
      work: async (signal) => {
        const walk = await walkWhenDue(deps, signal)
        if (walk !== null) log.info(walk, 'walked the bucket for what no row speaks for')
      },
      onError: (error) => log.warn({ err: error }, 'the bucket could not be walked'),
    })
  },
  { name: 'retention' },
)
