import type { accounts as english } from '../../en/server/accounts.ts'
import type { Translated } from '../../speak.ts'

export const accounts: Translated<typeof english> = {
  'accounts.closed': 'Dieses Konto wurde geschlossen. Schreiben Sie den Betreibern dieser Website.',
  'accounts.lastOperator':
    'Das ist der letzte Betreiber, dem die Website gehört. Machen Sie zuerst jemand anderen zum Inhaber.',
  'accounts.ownAccount':
    'Das ist Ihr eigenes Konto: Lassen Sie es einen anderen Betreiber schließen oder ändern.',
  'accounts.isOperator': ({ email }) =>
    `${email} gehört schon zu den Betreibern: Ändern Sie die Rolle auf der Seite dieser Person.`,
  'accounts.manyInvitations': 'Fünfzig Einladungen sind offen: Nehmen Sie zuerst einige zurück.',
  'accounts.acceptAs': ({ email }) =>
    `${email} hat ein Konto: Melden Sie sich damit an und öffnen Sie den Link noch einmal.`,
  'accounts.addressRefused':
    'Der Mailserver nimmt für diese Adresse keine Mail an. Ist sie richtig geschrieben?',
  'accounts.linkNotSent':
    'Die Mail ließ sich nicht senden. Versuchen Sie es in ein paar Minuten noch einmal.',
  'accounts.invitationNotSent':
    'Der Mailserver hat die Einladung nicht angenommen. Prüfen Sie ihn in den Einstellungen und laden Sie dann noch einmal ein.',
  'accounts.manyPasskeys': 'Es gibt zwanzig Passkeys: Entfernen Sie zuerst einen.',
  'accounts.passkeyRefused':
    'Dieser Passkey wurde nicht angenommen. Versuchen Sie es noch einmal oder auf einem anderen Weg.',
  'accounts.passkeyUnknown':
    'Dieser Passkey ist hier nicht bekannt: Er wurde entfernt, oder sein Konto gibt es nicht mehr. Nehmen Sie einen anderen Weg.',
  'accounts.codeRefused':
    'ist falsch, alt oder schon benutzt: geben Sie den Code ein, der jetzt angezeigt wird',
  'accounts.hasTotp': 'Es werden schon Codes einer App verlangt: Entfernen Sie diese zuerst.',
  'accounts.noTotp':
    'Wiederherstellungscodes stehen für eine App ein: Richten Sie zuerst eine ein.',
  'people.wrongAddress': ({ email }) => `„${email}“ ist keine E-Mail-Adresse.`,
  'people.wrongDay': ({ day }) => `„${day}“ ist kein Tag wie 2027-01-31.`,
  'people.pastDay': ({ day }) => `${day} ist vorbei.`,
  'people.both': 'Geben Sie ein Abo oder einen Film an, nicht beides.',
  'people.untilWhat': 'Es gibt ein Ende, aber weder Abo noch Film, das dann endet.',
  'people.noPlan': ({ plan }) => `Es gibt kein Abo „${plan}“.`,
  'people.unverified': ({ email }) =>
    `Das Konto von ${email} hat seine Adresse nicht bestätigt, es kann also jemand anderem gehören. Es wurde nichts gegeben.`,
  'people.noFilm': ({ film }) => `Es gibt keinen Film mit dem Link „${film}“.`,
  'people.noLines': 'enthält niemanden: Unter der Überschrift steht keine Zeile',
  'people.noHeading': 'beginnt mit einer Kopfzeile ohne Spalte namens email',
  'people.tooMany': ({ most }) => `hat mehr als ${most} Zeilen; teilen Sie sie auf`,
  'people.noCsv': 'ist keine CSV-Datei: speichern Sie sie als „CSV (UTF-8)“',
  'people.reason': 'Aus einer Datei übernommen',
  'accounts.linkUsed': 'Dieser Link wurde benutzt: Es gibt einen Betreiber.',
  'accounts.formMissing':
    'Geben Sie eine E-Mail-Adresse und ein Passwort mit mindestens 8 Zeichen an.',
  'setup.title': 'Ihr erster Betreiber',
  'setup.wrong': 'Dieser Link passt nicht',
  'setup.wrongText':
    'Er wurde nicht ganz kopiert, oder JWT_SECRETS oder PUBLIC_URL haben sich geändert, seit er ausgegeben wurde. Öffnen Sie den, den der Server beim letzten Start ausgegeben hat, oder legen Sie auf dem Server einen Betreiber an: matinee user add IHRE-ADRESSE admin.',
  'setup.text':
    'Noch betreibt niemand diese Website. Wer dieses Formular ausfüllt, wird ihr erster Betreiber.',
  'setup.email': 'E-Mail-Adresse',
  'setup.password': 'Passwort',
  'setup.rule': 'Mindestens 8 Zeichen.',
  'setup.send': 'Betreiber werden',
  'setup.signIn': 'Anmelden',
  'accounts.noneBy': ({ email }) => `Es gibt kein Konto ${email}.`,
  'accounts.notAnAddress': 'ist keine E-Mail-Adresse',
  'accounts.nameMissing': 'enthält keinen Buchstaben',
  'accounts.notYourPassword': 'ist nicht Ihr Passwort',
  'accounts.wrongCode': 'ist falsch oder zu alt; fordern Sie eine neue Mail an',
  'accounts.tooShort': ({ least }) => `braucht mindestens ${least} Zeichen`,
  'accounts.tooLong': ({ most }) => `darf höchstens ${most} Zeichen haben`,
  'accounts.onlySpaces': 'darf nicht nur aus Leerzeichen bestehen',
  'accounts.guessedFirst': 'gehört zu denen, die zuerst geraten werden, wählen Sie etwas anderes',
  'accounts.aboutYou': 'darf nicht Ihre Adresse oder der Name dieser Website sein',
}
