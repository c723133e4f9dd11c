import type { problems as english } from '../../en/server/problems.ts'
import type { Translated } from '../../speak.ts'

export const problems: Translated<typeof english> = {
  // The page of a browser without a network.
  'offline.title': 'Sie sind offline',
  'offline.text':
    'Diese Seite konnte nicht geladen werden. Sobald Sie wieder online sind, geht es.',
  'offline.again': 'Noch einmal versuchen',

  'problems.400': 'Ungültige Anfrage',
  'problems.401': 'Nicht angemeldet',
  'problems.402': 'Zahlung nötig',
  'problems.403': 'Nicht erlaubt',
  'problems.404': 'Nicht gefunden',
  'problems.409': 'Konflikt',
  'problems.410': 'Nicht mehr da',
  'problems.413': 'Zu groß',
  'problems.415': 'Dateityp nicht unterstützt',
  'problems.429': 'Zu viele Anfragen',
  'problems.500': 'Serverfehler',
  'problems.502': 'Fehler bei einem anderen Dienst',
  'problems.503': 'Nicht verfügbar',
  'problems.field': ({ field, message }) => `${field}: ${message.replace(/\.$/, '')}.`,
  'problems.wrongForm': 'hat nicht die richtige Form',
  'problems.unknownField': 'ist hier nicht bekannt',
  'problems.missing': 'fehlt',
  'problems.nul': 'darf das Zeichen NUL nicht enthalten',
  'problems.tooDeep': 'ist zu tief verschachtelt',
  'proxy.unheeded': ({ range }) =>
    `${range} sendet X-Forwarded-For, was nicht zählt, weil TRUSTED_PROXIES es nicht nennt. Ist das Ihr Proxy, teilen sich jetzt alle Zuschauer eine Grenze: Setzen Sie TRUSTED_PROXIES=${range}, oder den Bereich, aus dem seine Adressen kommen.`,
  'none.job': 'Diese Arbeit ist erledigt oder nicht mehr bekannt.',
  'bucket.another':
    'Der Bucket gehört zu einer anderen Installation von Matinee, deshalb wird darin nie aufgeräumt. Geben Sie dieser einen eigenen Bucket oder ein eigenes S3_PREFIX; oder führen Sie, wenn ihn sonst niemand benutzt, `matinee bucket take` aus.',
  'bucket.ahead':
    'Der Bucket hat einen späteren Stand gesehen als diese Datenbank, wie nach dem Einspielen einer älteren Sicherung, deshalb wird darin nicht aufgeräumt: Es können Filme darin liegen, die die Datenbank nicht kennt. Spielen Sie die neueste Sicherung ein; oder führen Sie, wenn diese gelten soll, `matinee bucket take` aus.',
  'bucket.copy':
    'Diese Datenbank ist eine Kopie derjenigen, der der Bucket gehört, wie nach dem Einspielen einer Sicherung, deshalb wird darin nicht aufgeräumt: Es können Filme darin liegen, die nur die andere kennt. Hat diese deren Platz eingenommen, führen Sie `matinee bucket take` aus; sonst geben Sie ihr einen eigenen Bucket oder ein eigenes S3_PREFIX.',
  'explain.counts': 'gilt jetzt',
  'explain.subscription': ({ planId, status }) =>
    `Abo ${planId ?? 'ohne bekannten Plan'}, ${status}`,
  'none.account': 'Dieses Konto gibt es nicht.',
  'none.note': 'Diese Notiz gibt es nicht.',
  'none.collection': 'Diese Sammlung gibt es nicht.',
  'none.passkey': 'Diesen Passkey gibt es nicht.',
  'none.invitation': 'Diese Einladung gibt es nicht, oder sie ist nicht mehr offen.',
  'none.device': 'Dieses Gerät gibt es nicht.',
  'none.event': 'Es gibt kein solches Ereignis zu bearbeiten.',
  'none.bundle': 'Dieses Paket gibt es nicht.',
  'none.film': 'Diesen Film gibt es nicht.',
  'none.payment': 'Diese Zahlung gibt es nicht.',
  'none.plan': 'Dieses Abo gibt es nicht.',
  'none.stream': 'Diese Wiedergabe gibt es nicht.',
  'none.upload': 'Diesen Upload gibt es nicht.',
}
