import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  MailPreview,
  MailText,
  MailTextParams,
  MailTexts,
  MailWording,
  NewMailWording,
} from '../../contract/mail-texts.ts'
import { viewerOf } from '../plugins/auth.ts'
import { repeat } from '../plugins/repeat.ts'
import { kinds } from '../site/mail-kinds.ts'
import { changeText, listTexts, resetText } from '../site/mail-texts.ts'
import { checkWording, filled } from '../site/mail-wording.ts'
import { type LetterDeps, sendLetters } from './send-letters.ts'
import { unsubscribeRoutes } from './unsubscribe-routes.ts'

const tags = ['studio']
const config = { permission: 'site' } as const

/** Mails that are sent of themselves, and their texts in the studio. */
export const letters: FastifyPluginAsyncTypebox<LetterDeps> = async (app, deps) => {
  const { database, clock, settings, log } = deps
  await app.register(unsubscribeRoutes, deps)
  repeat(app, {
    everyMs: 60_000,
    work: async (signal) => {
      await sendLetters(deps, signal)
    },
    onError: (err) => log.warn({ err }, 'mails that are due could not be looked up'),
  })
  const by = async (request: Parameters<typeof viewerOf>[0]) => ({
    actorId: viewerOf(request).userId,
    now: clock.now(),
    language: (await settings.read()).language,
  })

  app.get(
    '/api/studio/mail-texts',
    { config, schema: { tags, summary: 'What mails say', response: { 200: MailTexts } } },
    async () => ({ texts: await listTexts(database, (await settings.read()).language) }),
  )

  app.put(
    '/api/studio/mail-texts/:kind',
    {
      config,
      schema: {
        tags,
        summary: 'Change what a mail says',
        params: MailTextParams,
        body: NewMailWording,
        response: { 200: MailText },
      },
    },
    async (request) => changeText(database, request.params.kind, request.body, await by(request)),
  )

  app.delete(
    '/api/studio/mail-texts/:kind',
    {
      config,
      schema: {
        tags,
        summary: 'Go back to the usual text of a mail',
        params: MailTextParams,
        response: { 200: MailText },
      },
    },
    async (request) => resetText(database, request.params.kind, await by(request)),
  )

  app.post(
    '/api/studio/mail-texts/:kind/preview',
    {
      config,
      schema: {
        tags,
        summary: 'How a mail will read',
        params: MailTextParams,
        body: MailWording,
        response: { 200: MailPreview },
      },
    },
    async (request) => {
      const { kind } = request.params
      checkWording(kind, request.body)
      const { name: siteName, language } = await settings.read()
      return filled(request.body, { siteName, ...kinds[kind].examples(language) })
    },
  )
}
