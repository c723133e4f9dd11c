import type { billing as english } from '../../en/server/billing.ts'
import type { Translated } from '../../speak.ts'

export const billing: Translated<typeof english> = {
  'billing.noPlan': 'Sie haben kein Abo.',
  'billing.noPlanYet': 'Sie haben noch kein Abo. Wählen Sie zuerst eines.',
  'billing.amountsChanged': 'Die Beträge haben sich geändert. Sehen Sie sie noch einmal an.',
  'billing.change.open': 'Eine Zahlung steht aus. Ändern Sie zuerst Ihre Karte, dann Ihr Abo.',
  'billing.change.paused': 'Ihr Abo ruht. Setzen Sie es zuerst fort, dann wechseln Sie es.',
  'billing.change.pending': 'Ihre erste Zahlung ist noch unterwegs.',
  'billing.change.wentBack':
    'Ihre letzte Zahlung ging zurück. Zahlen Sie zuerst erneut, auf Ihrer Kontoseite.',
  'billing.change.currency':
    'Dieses Abo wird in einer anderen Währung verkauft als der, in der Sie zahlen.',
  'billing.pause.unpaid': 'Nur ein bezahltes Abo kann pausieren.',
  'billing.pause.ending': 'Ihr Abo endet ohnehin. Es gibt nichts zu pausieren.',
  'billing.payAgain.paid':
    'Keine Zahlung für Ihr Abo ist zurückgegangen, also ist keine zu wiederholen.',
  'billing.payAgain.none': 'Es gibt keine Zahlung zu wiederholen. Wählen Sie ein Abo.',
  'billing.payAgain.notOnSale': 'Ihr Abo wird nicht mehr verkauft. Wählen Sie ein anderes.',
  'billing.nothingToManage': 'Es gibt noch nichts zu verwalten: Sie haben weder Abo noch Kauf.',
  'billing.code.taken': ({ code }) =>
    `Der Code ${code} wird schon benutzt. Wählen Sie einen anderen, oder schalten Sie jenen zuerst ab.`,
  'billing.code.worth': 'Ziehen Sie entweder einen Prozentsatz oder einen Betrag ab.',
  'billing.code.months': 'Sagen Sie, für wie viele Monate, und nur, wenn er einige Monate gilt.',
  'billing.code.past': 'Dieser Zeitpunkt ist vorbei. Wählen Sie einen in der Zukunft.',
  'billing.code.none': 'Stripe hat keinen solchen Aktionscode.',
  'billing.code.over': 'Dieser Code ist aufgebraucht oder abgelaufen. Erstellen Sie einen neuen.',
  'billing.otherAccount':
    'Diese Zahlung wurde mit einem anderen Konto gemacht. Melden Sie sich ab und mit dem an, das bezahlt hat.',
  'billing.priceGone':
    'Diesen Preis gibt es nicht mehr. Laden Sie die Seite neu und wählen Sie noch einmal.',
  'billing.notInCurrency': ({ currency }) =>
    `Dieses Abo gibt es nicht in ${currency}. Wählen Sie eine andere Währung.`,
  'billing.currencyOfPlan': 'Eine Währung wird nur für ein Abo gewählt. Lassen Sie sie weg.',
  'billing.notForRent':
    'Diesen Film kann man nicht leihen. Laden Sie die Seite neu, um zu sehen, wie Sie ihn schauen können.',
  'billing.notForSale':
    'Diesen Film kann man nicht kaufen. Laden Sie die Seite neu, um zu sehen, wie Sie ihn schauen können.',
  'billing.boughtAll': 'Alle diese Filme gehören Ihnen schon. Drücken Sie auf Abspielen.',
  'billing.bought': 'Dieser Film gehört Ihnen schon. Drücken Sie auf Abspielen.',
  'billing.rented': 'Sie haben diesen Film geliehen. Drücken Sie auf Abspielen.',
  'billing.underWay':
    'Ihre Zahlung dafür ist unterwegs. Das kann einige Tage dauern; dann drücken Sie auf Abspielen.',
  'billing.either': 'Senden Sie entweder priceId, oder videoId und kind, oder bundleId.',
  'billing.eitherField': 'oder videoId und kind',
  'billing.noCustomer': 'Stripe hat keinen solchen Kunden.',
  'billing.joinUnverified':
    'Die Adresse dieses Kontos ist nicht bestätigt, es kann also jemand anderem gehören. Der Inhaber bestätigt sie in seinen Einstellungen; dann verbinden Sie den Kunden.',
  'billing.othersCustomer': 'Dieser Kunde gehört zu einem anderen Konto.',
  'billing.notArrived': 'Diese Zahlung ist nicht angekommen.',
  'billing.refunded': 'Diese Zahlung wurde schon erstattet.',
  'billing.refundLeft': ({ left }) =>
    `amount: Von dieser Zahlung sind höchstens noch ${left} übrig.`,
  'billing.refundMost': ({ left }) => `darf höchstens ${left} sein`,
  'billing.cursor': 'muss einer aus einer Antwort sein',
  'billing.notAnEvent': 'Der Inhalt ist kein Ereignis von Stripe.',
  'billing.webhookAddress': ({ url }) =>
    `Stripe nimmt ${url} nicht als Adresse für seine Meldungen an. Setzen Sie PUBLIC_URL auf die Adresse, unter der alle Welt diese Website erreicht, mit https.`,
  'billing.samePlanName': ({ name }) =>
    `Es gibt schon ein Abo namens „${name}“. Geben Sie diesem einen anderen Namen.`,
  'billing.archived':
    'Dieses Abo wird nicht mehr verkauft. Verkaufen Sie es wieder, bevor Sie es ändern.',
  'billing.samePrice': 'ist ein zweiter Preis für dieselbe Zeit und Währung',
  'billing.price.currency':
    'In dieser Währung belastet Stripe keine Karten. Wählen Sie eine andere.',
  'billing.price.least': ({ amount }) => `Der kleinste Preis, den Stripe abbucht, ist ${amount}.`,
  'billing.price.most': ({ amount }) => `Der größte Preis, den Stripe abbucht, ist ${amount}.`,
  'billing.price.step': ({ currency, amount }) =>
    `Stripe bucht ${currency} in Schritten von ${amount} ab.`,
  'billing.grantEnd': 'muss in der Zukunft liegen',
  'billing.grantEither': 'Senden Sie entweder planId oder videoId.',
  'billing.grantEitherField': 'oder videoId, nicht beides',
}
