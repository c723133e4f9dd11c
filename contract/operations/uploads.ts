import { op } from './operation.ts'

export const uploads = {
  'POST /api/studio/videos/:id/uploads': op('beginUpload', 'operator', ['NOT_FOUND']),
  'GET /api/studio/videos/:id/uploads': op('listUploads', 'operator'),
  'GET /api/studio/uploads/:id': op('getUpload', 'operator', ['NOT_FOUND']),
  'POST /api/studio/uploads/:id/parts': op('signParts', 'operator', ['NOT_FOUND', 'CONFLICT']),
  'POST /api/studio/uploads/:id/complete': op('completeUpload', 'operator', [
    'NOT_FOUND',
    'CONFLICT',
  ]),
  'DELETE /api/studio/uploads/:id': op('abortUpload', 'operator', ['NOT_FOUND', 'CONFLICT']),
} as const
