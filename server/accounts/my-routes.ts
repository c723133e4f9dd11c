import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import {
  DeletionBody,
  Devices,
  EmailBody,
  ExportQuery,
  PasswordBody,
  Preferences,
  PreferencesChange,
} from '../../contract/accounts.ts'
import { IdParams, Nothing } from '../../contract/common.ts'
import type { User } from '../clients/prisma/client.ts'
import { tooMany } from '../errors.ts'
import { viewerOf } from '../plugins/auth.ts'
import { networkOf } from '../plugins/network-of.ts'
import { openWindowCounts } from '../plugins/window-counts.ts'
import { mailEmailChange } from './change-email.ts'
import { changePassword } from './change-password.ts'
import { askForDeletion, wrongPassword } from './delete-account.ts'
import { exportAccount } from './export.ts'
import { dropDevice, listDevices } from './my-devices.ts'
import { checkNewPassword } from './new-password.ts'
import type { AccountDeps } from './options.ts'
import { verifyPassword } from './passwords.ts'
import { changePreferences, preferencesOf } from './preferences.ts'

const tags = ['account']
/** It reads everything. */
const mostExports = 10
const hourMs = 60 * 60_000

/** What people do with their own account. What cannot be undone asks for the password again. */
export const myRoutes: FastifyPluginAsyncTypebox<AccountDeps> = async (app, deps) => {
  const { database, clock, brake, inBackground } = deps

  const exported = openWindowCounts(clock, mostExports, hourMs)

  /** @throws WRONG_CREDENTIALS, TOO_MANY_REQUESTS */
  async function confirmed(request: FastifyRequest, field: string, given: string): Promise<User> {
    const { userId, familyId } = viewerOf(request)
    const user = await database.user.findUniqueOrThrow({ where: { id: userId } })
    const network = networkOf(request.ip)
    // A sign-in that stands counts as a known device of its own.
    const attempt = { email: user.email, network, knownDevice: familyId, knownNetwork: true }
    await brake.guard(attempt, async () => {
      if (!(await verifyPassword(user.passwordHash, given))) throw wrongPassword(field)
    })
    return user
  }

  app.post(
    '/api/me/password',
    {
      config: { stepUp: 'factor' },
      schema: {
        tags,
        summary: 'Change the password; other browsers are signed out',
        body: PasswordBody,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { currentPassword, newPassword } = request.body
      const user = await confirmed(request, 'currentPassword', currentPassword)
      const about = { email: user.email, siteName: deps.siteName }
      checkNewPassword(newPassword, about, 'newPassword')
      await changePassword(deps, user, newPassword, viewerOf(request).familyId)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/me/email',
    {
      config: { stepUp: 'factor' },
      schema: {
        tags,
        summary: 'Mail a link to a new address, which it takes to change',
        body: EmailBody,
        response: { 202: Nothing },
      },
    },
    async (request, reply) => {
      const user = await confirmed(request, 'password', request.body.password)
      await mailEmailChange(deps, user, request.body.email)
      return reply.code(202).send(null)
    },
  )

  app.get(
    '/api/me/devices',
    { schema: { tags, summary: 'Where one is signed in', response: { 200: Devices } } },
    async (request) => {
      const now = clock.now()
      const aliveSince = new Date(now.getTime() - deps.streamLeaseSeconds * 1000)
      return { devices: await listDevices(database, viewerOf(request), { now, aliveSince }) }
    },
  )

  app.delete(
    '/api/me/devices/:id',
    {
      schema: {
        tags,
        summary: 'Sign a device out and stop what it plays',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await dropDevice(database, viewerOf(request).userId, request.params.id, clock.now())
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/me/preferences',
    {
      schema: { tags, summary: 'Name, language and mails wanted', response: { 200: Preferences } },
    },
    async (request) => preferencesOf(database, viewerOf(request).userId),
  )

  app.patch(
    '/api/me/preferences',
    {
      schema: {
        tags,
        summary: 'Change name, language or mails wanted',
        body: PreferencesChange,
        response: { 200: Preferences },
      },
    },
    async (request) => changePreferences(database, viewerOf(request).userId, request.body),
  )

  app.get(
    '/api/me/export',
    {
      schema: {
        tags,
        summary: 'Everything that is kept of oneself',
        querystring: ExportQuery,
      },
    },
    async (request, reply) => {
      const { userId } = viewerOf(request)
      const wait = exported.wait(userId)
      if (wait > 0) throw tooMany(wait)
      exported.begin(userId)
      const { format = 'json' } = request.query
      const isText = format === 'text'
      const all = await exportAccount(database, { userId, now: clock.now(), format })
      const name = `my-data.${isText ? 'txt' : 'json'}`
      reply.header('content-disposition', `attachment; filename="${name}"`)
      const type = isText ? 'text/plain' : 'application/json'
      return reply.type(`${type}; charset=utf-8`).send(all)
    },
  )

  app.delete(
    '/api/me',
    {
      config: { stepUp: 'factor' },
      schema: {
        tags,
        summary: 'Have the account deleted in a week; what is being paid for ends now',
        body: DeletionBody,
        response: { 202: Nothing },
      },
    },
    async (request, reply) => {
      const user = await confirmed(request, 'password', request.body.password)
      const mail = await askForDeletion(deps, user.id, deps.endPayments)
      inBackground(mail)
      app.signOut(reply)
      return reply.code(202).send(null)
    },
  )
}
