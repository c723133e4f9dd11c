import type { plans as english } from '../en/plans.ts'
import type { Translated } from '../speak.ts'

export const plans: Translated<typeof english> = {
  on: ({ date }) => `am ${date}`,
  until: ({ date }) => `bis ${date}`,
  onPeriodEnd: 'am Ende des Zeitraums',
  untilPeriodEnd: 'bis zum Ende des Zeitraums',
  'active.label': 'Aktiv',
  'active.text': ({ on }) => `Verlängert sich ${on}.`,
  'ending.label': 'Läuft aus',
  'ending.text': ({ until }) =>
    `Gekündigt. Sie können ${until} schauen, und es wird nichts mehr abgebucht.`,
  'trial.label': 'Probezeit',
  'trial.text': ({ until }) => `Kostenlos ${until}. Danach zahlen Sie für das Abo.`,
  'trial.ending': ({ on }) =>
    `Gekündigt. Ihre kostenlose Probezeit endet ${on}, und es wird nichts abgebucht.`,
  'failed.label': 'Zahlung fehlgeschlagen',
  'failed.text':
    'Ihre letzte Zahlung ist fehlgeschlagen, deshalb laufen keine Filme. Ändern Sie Ihre Karte, um weiterzuschauen.',
  'failed.grace': ({ date }) =>
    `Ihre letzte Zahlung ist fehlgeschlagen. Ändern Sie Ihre Karte bis ${date}, um weiterzuschauen.`,
  'unpaid.label': 'Nicht bezahlt',
  'unpaid.text':
    'Eine Zahlung für Ihr Abo steht aus, deshalb laufen keine Filme. Bezahlen Sie sie, um weiterzuschauen.',
  'incomplete.label': 'Nicht abgeschlossen',
  'incomplete.text': 'Ihre erste Zahlung ging nicht durch. Schließen Sie sie ab, um zu schauen.',
  'paused.label': 'Ruht',
  'paused.text':
    'Ihr Abo ruht, und es wird nichts abgebucht. Setzen Sie es fort, um wieder zu schauen.',
  'ended.label': 'Beendet',
  'ended.text': 'Ihr Abo ist beendet. Wählen Sie ein Abo, um wieder zu schauen.',
  'pausing.label': 'Pausiert bald',
  'pausing.text': ({ date }) =>
    `Sie können bis ${date} schauen. Danach wird nichts abgebucht, bis Sie Ihr Abo fortsetzen.`,
  'paused.price': ({ price }) =>
    `Es wird nichts abgebucht. Setzen Sie Ihr Abo fort, um wieder zu schauen, für ${price}.`,
  'paused.comingBack': ({ date }) => `Ihr Abo beginnt wieder mit der nächsten Zahlung am ${date}.`,
  'payment_pending.label': 'Zahlung unterwegs',
  'payment_pending.text':
    'Ihre Bank braucht vielleicht einige Tage. Sie können schauen, sobald das Geld da ist.',
  'refunded.label': 'Erstattet',
  'refunded.text': 'Ihre letzte Zahlung wurde erstattet, deshalb laufen keine Filme.',
  'disputed.label': 'Zurückgefordert',
  'disputed.text': 'Ihre Bank hat Ihre letzte Zahlung zurückgefordert, deshalb laufen keine Filme.',
}
