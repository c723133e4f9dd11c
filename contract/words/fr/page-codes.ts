import type { pageCodes as english } from '../en/page-codes.ts'
import type { Translated } from '../speak.ts'

export const pageCodes: Translated<typeof english> = {
  TOO_MANY_REQUESTS: 'Trop de tentatives. Attendez un moment et réessayez.',
  UNREACHABLE: 'Aucune réponse. Vérifiez votre connexion à Internet et réessayez.',
  UNEXPECTED_ANSWER: 'Le service ne répond pas comme il devrait. Réessayez dans un instant.',
  PAGE_BROKEN: 'Un problème est survenu sur cette page. Rechargez-la et réessayez.',
}
