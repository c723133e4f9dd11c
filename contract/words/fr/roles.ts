import type { roles as english } from '../en/roles.ts'
import type { Translated } from '../speak.ts'

export const roles: Translated<typeof english> = {
  'role.admin': 'Propriétaire',
  'role.manager': 'Responsable',
  'role.editor': 'Éditeur',
  'role.support': 'Assistance',
  'role.member': 'Spectateur',
  'can.admin': 'Peut tout faire.',
  'can.manager': 'Peut tout faire, sauf changer les abonnements, la devise et les rôles.',
  'can.editor':
    'S’occupe des films et de leurs prix, et ne voit rien des personnes ni des paiements.',
  'can.support': 'S’occupe des personnes, et ne voit rien des paiements.',
  'can.member': 'Regarde, et ne peut pas ouvrir le studio.',
  invitation: 'Invitation',
  invitedTo: ({ site, role }) => `Vous êtes invité à gérer ${site}. Votre rôle : ${role}.`,
  choosePassword: ({ email }) => `Choisissez un mot de passe pour ${email}.`,
  signInFirst: ({ email }) =>
    `${email} a un compte ici. Connectez-vous avec lui, puis ouvrez de nouveau le lien de l’e-mail.`,
  accept: 'Accepter',
  accepting: 'Acceptation',
}
