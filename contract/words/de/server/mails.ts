import type { mails as english } from '../../en/server/mails.ts'
import type { Translated } from '../../speak.ts'

export const mails: Translated<typeof english> = {
  'mails.noServer': 'Es gibt keinen Mailserver: setzen Sie SMTP_URL.',
  'mails.greeting': ({ name }) => `Guten Tag, ${name},`,
  'mails.welcome.subject': 'Ihr Konto bei {siteName} ist bereit',
  'mails.welcome.text': `Ihre Adresse ist bestätigt, und Ihr Konto bei {siteName} ist bereit.

Hier sind die Filme:
{link}
`,
  'mails.receipt.subject': 'Ihre Quittung von {siteName}',
  'mails.receipt.text': `Danke. Am {date} haben Sie {amount} für {what} bezahlt.

Hier ist Ihre Quittung:
{link}
`,
  'mails.trialEnding.itsPrice': 'sein Preis',
  'mails.trialEnding.subject': 'Ihre Probezeit endet am {date}',
  'mails.trialEnding.text': `Ihre Probezeit für {plan} bei {siteName} endet am {date}. Danach läuft Ihr Abo weiter, und abgebucht wird {price}.

Wenn Sie das nicht möchten, kündigen Sie vorher:
{link}
`,
  'mails.cancelled.subject': 'Ihr Abo ist gekündigt',
  'mails.cancelled.text': `Ihr Abo {plan} bei {siteName} ist gekündigt und endet am {date}. Es wird nichts mehr abgebucht.

Wenn Sie es sich anders überlegen, finden Sie es hier:
{link}
`,
  'mails.news.subject': 'Neu: {film}',
  'mails.news.text': `{film} ist neu bei {siteName}.

{description}

Hier ansehen:
{link}
`,
  'mails.unsubscribe': ({
    url,
  }) => `Sie bekommen dies, weil Sie Mails über neue Filme wollten. Um keine mehr zu bekommen, folgen Sie diesem Link:
${url}
`,
  'mails.placeholderUnknown': ({ braces, all }) =>
    `enthält ${braces}, wofür es nichts einzusetzen gibt; es gibt ${all}`,
  'mails.placeholderMissing': ({ braces }) => `muss ${braces} enthalten`,
  'mails.braceOpen': 'hat eine geschweifte Klammer, die nicht geschlossen oder nicht geöffnet ist',
  'unsubscribe.title': ({ siteName }) => `Mails von ${siteName}`,
  'unsubscribe.ask': 'Möchten Sie keine Mails über neue Filme mehr?',
  'unsubscribe.press': 'Keine Mails über neue Filme mehr',
  'unsubscribe.done':
    'Sie bekommen keine Mails über neue Filme mehr. Quittungen und was Ihr Konto angeht, kommen weiter.',
  'unsubscribe.broken':
    'Dieser Link ist unvollständig. Nehmen Sie den ganzen Link aus der Mail oder Ihre Einstellungen.',
  'unsubscribe.settings': 'Ihre Einstellungen',
  'mails.verification.subject': '{code} bestätigt Ihre Adresse',
  'mails.verification.text': `Willkommen bei {siteName}.

Bestätigen Sie, dass diese Adresse Ihre ist: Geben Sie {code} auf Ihrer Kontoseite ein, oder folgen Sie innerhalb eines Tages diesem Link:
{link}

Schauen können Sie schon vorher. Wenn Sie kein Konto angelegt haben, tun Sie nichts.
`,

  'mails.signIn.subject': ({ siteName }) => `Anmelden bei ${siteName}`,
  'mails.signIn.text': ({
    publicUrl,
    token,
    minutes,
  }) => `Folgen Sie diesem Link innerhalb von ${minutes} Minuten, um sich anzumelden. Er gilt einmal:
${publicUrl}/sign-in-link#token=${token}

Wenn Sie ihn nicht angefordert haben, tun Sie nichts.
`,
  'mails.invitation.subject': ({ siteName }) => `${siteName} mitbetreiben`,
  'mails.invitation.text': ({
    siteName,
    publicUrl,
    token,
    role,
    days,
  }) => `Sie sind eingeladen, ${siteName} mitzubetreiben. Ihre Rolle: ${{ admin: 'Inhaber, Sie dürfen alles', manager: 'Leitung, Sie dürfen alles, außer Abos, Währung und Rollen zu ändern', editor: 'Redaktion, Sie kümmern sich um die Filme', support: 'Betreuung, Sie kümmern sich um die Personen' }[role]}.

Folgen Sie diesem Link innerhalb von ${days} Tagen. Er gilt einmal:
${publicUrl}/invitation#token=${token}

Wenn Sie nichts davon wissen, tun Sie nichts.
`,
  'mails.newDevice.subject': 'Ein neues Gerät hat sich angemeldet',
  'mails.newDevice.unknown': 'Ein Gerät, das wir nicht benennen können,',
  'mails.newDevice.text': ({
    device,
    siteName,
    publicUrl,
  }) => `${device} hat sich bei Ihrem Konto bei ${siteName} angemeldet.

Wenn Sie das waren, ist nichts zu tun. Wenn nicht, ändern Sie jetzt Ihr Passwort; das meldet das Gerät ab:
${publicUrl}/account
`,
  'mails.reuse.subject': 'Eines Ihrer Geräte wurde abgemeldet',
  'mails.reuse.text': ({
    siteName,
    publicUrl,
  }) => `Eine Anmeldung bei Ihrem Konto bei ${siteName} wurde von zwei Orten zugleich benutzt, wie es geschieht, wenn sie kopiert wurde. Beide wurden abgemeldet.

Melden Sie sich wieder an, sehen Sie Ihre Geräte durch, und ändern Sie Ihr Passwort, wenn Sie eines davon nicht kennen:
${publicUrl}/account
`,
  'mails.reset.subject': 'Wählen Sie ein neues Passwort',
  'mails.reset.text': ({
    publicUrl,
    token,
    minutes,
  }) => `Jemand, wahrscheinlich Sie, hat ein neues Passwort angefordert.

Wählen Sie es hier, innerhalb der nächsten ${minutes} Minuten:
${publicUrl}/reset-password#token=${token}

Wenn Sie das nicht waren, tun Sie nichts: Ihr Passwort bleibt, wie es ist.
`,
  'mails.passwordChanged.subject': 'Ihr Passwort wurde geändert',
  'mails.passwordChanged.text': ({
    siteName,
  }) => `Das Passwort Ihres Kontos bei ${siteName} wurde geändert, und Ihre anderen Geräte wurden abgemeldet.

Wenn Sie das nicht waren, wählen Sie sofort ein neues: mit „Passwort vergessen?“ auf der Anmeldeseite.
`,
  'mails.newAddress.subject': 'Bestätigen Sie Ihre neue Adresse',
  'mails.newAddress.text': ({
    siteName,
    publicUrl,
    token,
  }) => `Folgen Sie innerhalb eines Tages diesem Link, und das wird die Adresse Ihres Kontos bei ${siteName}:
${publicUrl}/confirm-email#token=${token}

Wenn Sie das nicht angefordert haben, tun Sie nichts.
`,
  'mails.addressTaken.subject': 'Sie haben schon ein Konto',
  'mails.addressTaken.text': ({
    siteName,
  }) => `Jemand, wahrscheinlich Sie, wollte diese Adresse für ein anderes Konto bei ${siteName} verwenden.
Sie hat schon eines, daher hat sich nichts geändert.
`,
  'mails.addressChanged.subject': 'Ihre Adresse wurde geändert',
  'mails.addressChanged.text': ({
    siteName,
    email,
  }) => `Die Adresse Ihres Kontos bei ${siteName} ist jetzt ${email}.

Wenn nicht Sie sie geändert haben, schreiben Sie uns sofort.
`,
  'mails.deletion.subject': 'Ihr Konto wird gelöscht',
  'mails.deletion.text': ({
    siteName,
    publicUrl,
    day,
  }) => `Ihr Konto bei ${siteName} wird am ${day} gelöscht. Es wird nichts mehr abgebucht.

Wenn Sie es sich anders überlegen, melden Sie sich vorher an, und es bleibt: ${publicUrl}/sign-in
`,
  'mails.paymentFailed.subject': 'Ihre Zahlung ging nicht durch',
  'mails.paymentFailed.text': `Wir konnten die Zahlung für Ihr Abo nicht einziehen. {meanwhile}

Ändern Sie hier Ihre Karte, und alles geht weiter wie bisher:
{link}
{confirm}
Wenn Sie Ihre Karte schon geändert haben, ist nichts zu tun: Die Zahlung wird noch einmal versucht.
`,
  'mails.paymentFailed.meanwhile': ({ until }) =>
    until === null
      ? 'Bis sie bezahlt ist, laufen die Filme Ihres Abos nicht.'
      : `Filme laufen weiter bis ${until}.`,
  'mails.paymentFailed.confirm': ({ confirmUrl }) => `
Falls Ihre Bank möchte, dass Sie die Zahlung bestätigen, tun Sie es hier; niemand kann es für Sie tun:
${confirmUrl}
`,
  'mails.confirmationNeeded.subject': 'Bitte bestätigen Sie Ihre Zahlung',
  'mails.confirmationNeeded.text': `Ihre Bank möchte, dass Sie die Zahlung für Ihr Abo bestätigen; niemand kann es für Sie tun. {meanwhile}

Bestätigen Sie sie hier:
{link}

Ihr Abo und Ihre Karte finden Sie hier: {account}
`,
}
