import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  LegalDraft,
  LegalPreview,
  MailRecords,
  MailsQuery,
  SettingsChange,
  SiteSettings,
  TestMail,
} from '../../contract/site.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { Services } from '../services.ts'
import { valuesOf } from '../settings/site-settings.ts'
import { listMails } from './mails.ts'
import { renderLegal } from './render-legal.ts'
import { saveSettings, settingsAnswer } from './save-settings.ts'
import { sendTestMail } from './test-mail.ts'

/** Ten legal pages of the longest kind. */
const bodyLimit = 4 * 1024 * 1024

/** The settings of the whole site, for its operator. */
export const settingsRoutes: FastifyPluginAsyncTypebox<Services> = async (app, deps) => {
  const tags = ['studio']

  app.get(
    '/api/studio/settings',
    {
      config: { permission: 'site' },
      schema: { tags, summary: 'What is set for the site', response: { 200: SiteSettings } },
    },
    async () => settingsAnswer(valuesOf(await deps.database.siteSetting.findFirst())),
  )

  app.patch(
    '/api/studio/settings',
    {
      config: {
        permission: 'site',
        stepUp: ['currency', 'secondFactorRequired'],
        memberPermissions: { currency: 'sale', secondFactorRequired: 'roles' },
      },
      bodyLimit,
      schema: {
        tags,
        summary: 'Change what is set for the site',
        body: SettingsChange,
        response: { 200: SiteSettings },
      },
    },
    async (request) => saveSettings(deps, viewerOf(request).userId, request.body),
  )

  app.get(
    '/api/studio/mails',
    {
      config: { permission: 'people' },
      schema: {
        tags,
        summary: 'What was mailed to whom, newest first',
        querystring: MailsQuery,
        response: { 200: MailRecords },
      },
    },
    async (request) => listMails(deps.database, request.query),
  )

  app.post(
    '/api/studio/settings/legal-preview',
    {
      config: { permission: 'site' },
      bodyLimit,
      schema: {
        tags,
        summary: 'How a legal page will look',
        body: LegalDraft,
        response: { 200: LegalPreview },
      },
    },
    async (request) => ({ html: await renderLegal(request.body.text) }),
  )

  app.post(
    '/api/studio/settings/test-mail',
    {
      config: { permission: 'site' },
      schema: {
        tags,
        summary: 'Send a mail to oneself, as viewers get it',
        response: { 200: TestMail },
      },
    },
    async (request) => sendTestMail(deps, viewerOf(request).userId),
  )
}
