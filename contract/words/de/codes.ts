import type { codes as english } from '../en/codes.ts'
import type { Translated } from '../speak.ts'
import { pageCodes } from './page-codes.ts'

export const codes: Translated<typeof english> = {
  BAD_REQUEST: 'Diese Anfrage konnte nicht verstanden werden.',
  WEBHOOK_SIGNATURE: 'Die Signatur des Webhooks passt nicht zu seinem Inhalt.',
  ORIGIN_REFUSED: 'Diese Anfrage kam von einer anderen Website und wurde deshalb nicht ausgeführt.',
  SIGN_IN_REQUIRED: 'Melden Sie sich an, um fortzufahren.',
  WRONG_CREDENTIALS: 'E-Mail-Adresse und Passwort passen zu keinem Konto.',
  SECOND_FACTOR_REQUIRED:
    'Geben Sie den Code ein, den Ihre App anzeigt, oder einen Wiederherstellungscode.',
  STEP_UP_REQUIRED: 'Bestätigen Sie noch einmal, dass Sie es sind, bevor das geschieht.',
  RESET_LINK_INVALID:
    'Dieser Link wurde schon benutzt oder ist abgelaufen. Fordern Sie einen neuen an.',
  PAYMENT_DECLINED:
    'Die Zahlung ging nicht durch, daher hat sich nichts geändert. Versuchen Sie eine andere Karte.',
  PAYMENT_REQUIRED: 'Sie brauchen ein Abo oder einen Kauf, um diesen Film zu sehen.',
  FORBIDDEN: 'Ihr Konto darf das nicht.',
  NOT_FOUND: 'Hier ist nichts.',
  EMAIL_TAKEN: 'Zu dieser E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich stattdessen an.',
  TOO_MANY_STREAMS:
    'Ihr Abo läuft schon auf so vielen Geräten, wie es erlaubt. Stoppen Sie eines davon, um hier zu schauen.',
  STREAM_TAKEN_OVER: 'Jetzt spielt ein anderes Ihrer Geräte.',
  ALREADY_SUBSCRIBED: 'Sie haben schon ein Abo. Ändern können Sie es auf Ihrer Kontoseite.',
  CONFLICT:
    'Inzwischen hat sich etwas geändert. Laden Sie die Seite neu und versuchen Sie es erneut.',
  PLAYBACK_ENDED: 'Die Wiedergabe ist beendet. Drücken Sie auf Abspielen, um neu zu beginnen.',
  TOO_LARGE: 'Das ist größer, als hier angenommen wird.',
  UNSUPPORTED_MEDIA_TYPE: 'Diese Art von Datei wird hier nicht angenommen.',
  TOO_MANY_REQUESTS: pageCodes.TOO_MANY_REQUESTS,
  INTERNAL: 'Bei uns ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.',
  PAYMENT_PROVIDER_UNAVAILABLE:
    'Der Zahlungsdienst antwortet nicht. Versuchen Sie es gleich noch einmal.',
  ENTITLEMENTS_UNAVAILABLE:
    'Wir können gerade nicht prüfen, was Sie bezahlt haben. Versuchen Sie es gleich noch einmal.',
  UNAVAILABLE: 'Der Dienst ist gerade nicht verfügbar. Versuchen Sie es gleich noch einmal.',
}
