import type { stripe as english } from '../../en/server/stripe.ts'
import type { Translated } from '../../speak.ts'

export const stripe: Translated<typeof english> = {
  'stripe.refused':
    'Der Zahlungsdienst hat das abgelehnt. Bitte sagen Sie es den Betreibern dieser Website.',
  'stripe.confirm':
    'Ihre Bank möchte, dass Sie diese Zahlung bestätigen, daher hat sich noch nichts geändert. Bestätigen Sie sie auf Ihrer Kontoseite, oder nehmen Sie eine andere Karte.',
  'stripe.gone':
    'Das gibt es beim Zahlungsdienst nicht mehr. Laden Sie die Seite neu und versuchen Sie es erneut.',
  'stripe.otherState':
    'Diese Zahlung hat sich inzwischen geändert. Laden Sie die Seite neu und sehen Sie sie noch einmal an.',
  'stripe.email':
    'Der Zahlungsdienst nimmt diese E-Mail-Adresse nicht an. Verwenden Sie eine andere.',
  'stripe.taxNumber':
    'Diese Steuernummer ist nicht gültig. Prüfen Sie sie und versuchen Sie es erneut.',
  'stripe.address':
    'Der Zahlungsdienst nimmt diese Anschrift nicht an. Prüfen Sie sie, oder schreiben Sie sie anders.',
  'stripe.code':
    'Dieser Code gilt nicht mehr. Nehmen Sie ihn heraus, oder verwenden Sie einen anderen.',
  'stripe.price':
    'Diesen Preis gibt es nicht mehr. Laden Sie die Seite neu und wählen Sie noch einmal.',
  'stripe.currencies':
    'Sie zahlen schon in einer anderen Währung, und der Zahlungsdienst lässt nur eine zur Zeit zu. Wählen Sie diese, oder beenden Sie zuerst, was darin läuft.',
  'stripe.tooManyPlans':
    'Es gibt schon zu viele Abos. Bitte schreiben Sie den Betreibern dieser Website.',
  'stripe.amount':
    'Dieser Betrag kann in dieser Währung nicht abgebucht werden. Bitte sagen Sie es den Betreibern dieser Website.',
  'stripe.refunded': 'Diese Zahlung wurde schon erstattet.',
  'stripe.disputed':
    'Die Bank hat diese Zahlung schon zurückgefordert, sie kann also nicht erstattet werden.',
  'stripe.notRefundable': 'Diese Zahlung kann nicht erstattet werden.',
  'stripe.balance':
    'Auf dem Stripe-Konto ist nicht genug Geld für diese Erstattung. Versuchen Sie es nach den nächsten Zahlungen erneut.',
  'stripe.noMoney': 'Für diese Zahlung ist nicht genug Geld da.',
  'stripe.busy': 'Der Zahlungsdienst ist ausgelastet. Versuchen Sie es gleich noch einmal.',
}
