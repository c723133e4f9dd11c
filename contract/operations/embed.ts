import { op } from './operation.ts'

export const embed = {
  'GET /oembed': op('getOEmbed', 'anyone', ['NOT_FOUND']),
  'POST /api/embed/codes': op('makeFilmCode', 'viewer', ['NOT_FOUND', 'FORBIDDEN']),
  'POST /api/embed/tokens': op('exchangeFilmCode', 'anyone', ['SIGN_IN_REQUIRED']),
} as const
