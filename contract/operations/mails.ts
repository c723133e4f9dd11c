import { op } from './operation.ts'

export const mails = {
  'GET /api/studio/mail-texts': op('listMailTexts', 'operator'),
  'PUT /api/studio/mail-texts/:kind': op('changeMailText', 'operator', ['CONFLICT']),
  'DELETE /api/studio/mail-texts/:kind': op('resetMailText', 'operator'),
  'POST /api/studio/mail-texts/:kind/preview': op('previewMailText', 'operator'),
} as const
