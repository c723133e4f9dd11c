import type { pageCodes as english } from '../en/page-codes.ts'
import type { Translated } from '../speak.ts'

export const pageCodes: Translated<typeof english> = {
  TOO_MANY_REQUESTS: 'Zu viele Versuche. Warten Sie einen Moment und versuchen Sie es erneut.',
  UNREACHABLE:
    'Es kam keine Antwort. Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.',
  UNEXPECTED_ANSWER:
    'Der Dienst antwortet nicht, wie er sollte. Versuchen Sie es gleich noch einmal.',
  PAGE_BROKEN:
    'Auf dieser Seite ist etwas schiefgegangen. Laden Sie sie neu und versuchen Sie es erneut.',
}
