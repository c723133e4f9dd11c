import type { factors as english } from '../en/factors.ts'
import type { Translated } from '../speak.ts'

export const factors: Translated<typeof english> = {
  proof: 'Sind Sie es?',
  proofLead: 'Bevor das geschieht, bestätigen Sie noch einmal, wer Sie sind.',
  setUpFirst:
    'Diese Website verlangt von ihren Betreibern einen Passkey oder einen Code aus einer App. Richten Sie zuerst eines davon ein.',
  setUp: 'Einrichten',
  notNow: 'Nicht jetzt',
  password: 'Ihr Passwort',
  code: 'Code aus Ihrer App oder ein Wiederherstellungscode',
  goOn: 'Weiter',
  checking: 'Wird geprüft',
  usePasskey: 'Passkey verwenden',
  passkeyGivenUp:
    'Es wurde kein Passkey verwendet. Versuchen Sie es erneut, oder nehmen Sie einen anderen Weg.',
  passkeyThere: 'Auf diesem Gerät ist schon ein Passkey von Ihnen.',
  heading: 'Passkeys und Codes',
  lead: 'Ein Passkey meldet Sie mit Fingerabdruck, Gesicht oder einem Schlüssel an. Eine App für Codes schützt Ihr Passwort.',
  failed: 'Ihre Passkeys wurden nicht geladen',
  passkeys: 'Passkeys',
  noPasskeys: 'Sie haben keinen Passkey.',
  passkeyName: 'Name des Passkeys',
  passkeyNameHint: 'Etwa das Gerät, auf dem er liegt.',
  passkeyNameMissing: 'Geben Sie ihm einen Namen.',
  addPasskey: 'Passkey hinzufügen',
  adding: 'Wird hinzugefügt',
  addedOn: ({ date }) => `Hinzugefügt am ${date}`,
  remove: 'Entfernen',
  removing: 'Wird entfernt',
  totp: 'Codes aus einer App',
  totpOff: 'Die Anmeldung mit Ihrem Passwort verlangt keinen Code.',
  totpOn: ({ count }, forms) =>
    forms.plural(count, {
      one: 'Die Anmeldung mit Ihrem Passwort verlangt einen Code. Sie haben noch 1 Wiederherstellungscode.',
      other: `Die Anmeldung mit Ihrem Passwort verlangt einen Code. Sie haben noch ${count} Wiederherstellungscodes.`,
    }),
  totpBegin: 'App einrichten',
  totpSecret:
    'Fügen Sie diesen Schlüssel Ihrer App hinzu und geben Sie den Code ein, den sie anzeigt.',
  totpQr: 'QR-Code mit demselben Schlüssel, für die Kamera Ihrer App',
  totpOpen: 'In einer App auf diesem Gerät öffnen',
  totpEnd: 'Keine Codes mehr verwenden',
  newRecoveryCodes: 'Neue Wiederherstellungscodes erstellen',
  making: 'Wird erstellt',
  recoveryLead:
    'Bewahren Sie diese so auf, dass Sie sie ohne Ihr Telefon finden. Jeder lässt Sie einmal hinein, und sie werden nicht noch einmal gezeigt.',
  recoveryKept: 'Ich habe sie aufbewahrt',
}
