import type { roles as english } from '../en/roles.ts'
import type { Translated } from '../speak.ts'

export const roles: Translated<typeof english> = {
  'role.admin': 'Inhaber',
  'role.manager': 'Leitung',
  'role.editor': 'Redaktion',
  'role.support': 'Betreuung',
  'role.member': 'Zuschauer',
  'can.admin': 'Darf alles.',
  'can.manager': 'Darf alles, außer Abos, Währung und Rollen zu ändern.',
  'can.editor':
    'Kümmert sich um die Filme und ihre Preise und sieht nichts von Personen oder Zahlungen.',
  'can.support': 'Kümmert sich um die Personen und sieht nichts von Zahlungen.',
  'can.member': 'Schaut zu und kann das Studio nicht öffnen.',
  invitation: 'Einladung',
  invitedTo: ({ site, role }) =>
    `Sie sind eingeladen, ${site} mitzubetreiben. Ihre Rolle: ${role}.`,
  choosePassword: ({ email }) => `Wählen Sie ein Passwort für ${email}.`,
  signInFirst: ({ email }) =>
    `${email} hat hier ein Konto. Melden Sie sich damit an und öffnen Sie dann den Link in der Mail noch einmal.`,
  accept: 'Annehmen',
  accepting: 'Wird angenommen',
}
