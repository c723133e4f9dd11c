import { byWays, type access as english, type Ways } from '../en/access.ts'
import type { Translated } from '../speak.ts'

const how = ({ rent, buy }: Ways) =>
  rent && buy ? 'leihen oder kaufen' : rent ? 'leihen' : 'kaufen'

const notForSale = 'Er gehört zurzeit zu keinem Abo und ist weder zu leihen noch zu kaufen.'

export const access: Translated<typeof english> = {
  'not_entitled.title': 'Wählen Sie, wie Sie schauen möchten',
  'not_entitled.text': (ways) =>
    byWays(ways, {
      plan: 'Dieser Film gehört zu einem Abo.',
      own: (w) => `Sie können diesen Film ${how(w)}.`,
      both: 'Dieser Film gehört zu einem Abo, oder Sie zahlen nur für ihn.',
      none: notForSale,
      unknown: 'Sie brauchen ein Abo oder einen Kauf, um diesen Film zu sehen.',
    }),
  'unavailable.title': 'Dieser Film ist zurzeit nicht zu sehen',
  'unavailable.text': notForSale,
  'sign_in_required.title': (ways) =>
    ways === null
      ? 'Melden Sie sich an, um zu schauen'
      : 'Melden Sie sich an, oder wählen Sie, wie Sie schauen möchten',
  'sign_in_required.text': (ways) =>
    byWays(ways, {
      plan: 'Dieser Film gehört zu einem Abo.',
      own: (w) => `Sie können diesen Film ${how(w)}.`,
      both: 'Dieser Film gehört zu einem Abo, oder Sie zahlen nur für ihn.',
      none: notForSale,
      unknown: 'Sie können diesen Film sehen, wenn Ihr Konto ihn umfasst.',
    }),
  'plan_not_included.title': 'Ihr Abo umfasst diesen Film nicht',
  'plan_not_included.text': (ways) =>
    byWays(ways, {
      plan: 'Sie können zu einem Abo wechseln, das ihn umfasst.',
      own: (w) => `Sie können ihn ${how(w)}.`,
      both: 'Sie können Ihr Abo wechseln, oder nur für den Film zahlen.',
      none: notForSale,
      unknown: 'Sie können zu einem Abo wechseln, das ihn umfasst.',
    }),
  'payment_failed.title': 'Ihre letzte Zahlung ist fehlgeschlagen',
  'payment_failed.text': 'Ändern Sie Ihre Karte, und der Film läuft sofort wieder.',
  'payment_pending.title': 'Ihre Zahlung ist unterwegs',
  'payment_pending.text':
    'Der Film läuft, sobald Ihre Bank das Geld geschickt hat, was einige Tage dauern kann.',
  'payment_incomplete.title': 'Ihre erste Zahlung ging nicht durch',
  'payment_incomplete.text': 'Schließen Sie sie ab, und der Film läuft sofort.',
  'subscription_paused.title': 'Ihr Abo ruht',
  'subscription_paused.text': 'Setzen Sie es fort, und der Film läuft sofort wieder.',
  'subscription_ended.title': 'Ihr Abo ist beendet',
  'subscription_ended.text': 'Wählen Sie ein Abo, um wieder zu schauen.',
  'rental_expired.title': 'Ihre Leihe ist beendet',
  'rental_expired.text': (ways) =>
    byWays(ways, {
      plan: 'Wählen Sie ein Abo, um den Film wieder zu sehen.',
      own: (w) => `Um den Film wieder zu sehen, können Sie ihn ${how(w)}.`,
      both: 'Wählen Sie, wie Sie den Film wieder sehen möchten.',
      none: notForSale,
      unknown: 'Leihen Sie den Film noch einmal, um weiterzuschauen.',
    }),
  'refunded.title': 'Ihre Zahlung wurde erstattet',
  'refunded.text': 'Der Film läuft nicht mehr, weil Sie Ihr Geld zurückbekommen haben.',
  'disputed.title': 'Ihre Bank hat Ihre Zahlung zurückgefordert',
  'disputed.text': 'Der Film läuft wieder, wenn das zu unseren Gunsten entschieden ist.',
  'grant_ended.title': 'Ihr kostenloser Zugang ist beendet',
  'grant_ended.text': (ways) =>
    byWays(ways, {
      plan: 'Wählen Sie ein Abo, um weiterzuschauen.',
      own: (w) => `Um weiterzuschauen, können Sie den Film ${how(w)}.`,
      both: 'Wählen Sie, wie Sie weiterschauen möchten.',
      none: notForSale,
      unknown: 'Wählen Sie ein Abo, um weiterzuschauen.',
    }),
  'preview_ended.title': 'Ihre Vorschau ist zu Ende',
  'preview_ended.text': 'Bitten Sie die Person, die Ihnen den Link geschickt hat, um einen neuen.',
  'archived.title': 'Dieser Film wird nicht mehr angeboten',
  'archived.text': 'Wer ihn gekauft hat, kann ihn nach der Anmeldung ansehen.',
  'coming.title': 'Dieser Film ist noch nicht erschienen',
  'coming.text': 'Ab dem Tag, an dem er erscheint, kann man ihn hier ansehen.',
  'account_disabled.title': 'Ihr Konto ist geschlossen',
  'account_disabled.text': 'Schreiben Sie uns, wenn Sie das für einen Irrtum halten.',
  'stopped.title': 'Die Wiedergabe ist beendet',
  'stopped.text': 'Sie können dort weiterschauen, wo Sie aufgehört haben.',
  'expired.title': 'Die Wiedergabe endete nach einer langen Pause',
  'expired.text': 'Sie können dort weiterschauen, wo Sie aufgehört haben.',
  'taken_over.title': 'Läuft auf einem anderen Gerät',
  'taken_over.text': 'Sie können hier weiterschauen.',
  'limit.title': 'Ihr Abo läuft auf anderen Geräten',
  'limit.text': 'Stoppen Sie eines davon, um hier weiterzuschauen.',
  'signed_out.title': 'Sie wurden abgemeldet',
  'signed_out.text': 'Melden Sie sich an, um dort weiterzuschauen, wo Sie aufgehört haben.',
  'kicked.title': 'Die Wiedergabe wurde gestoppt',
  'kicked.text': 'Die Betreiber dieser Website haben sie gestoppt; Sie können sie neu starten.',
  'unpublished.title': 'Dieser Film wurde zurückgezogen',
  'unpublished.text': 'Er wird hier nicht mehr gezeigt; wählen Sie einen anderen.',
  'replaced.title': 'Es gibt eine neue Fassung dieses Films',
  'replaced.text': 'Sie können dort weiterschauen, wo Sie aufgehört haben.',
  'badge.free': 'Kostenlos',
  'badge.rented': 'Geliehen',
  'badge.bought': 'Gekauft',
  'badge.sale': 'Leihen oder kaufen',
  'badge.members': 'Mit Abo',
}
