import type { accounts as english } from '../../en/server/accounts.ts'
import type { Translated } from '../../speak.ts'

export const accounts: Translated<typeof english> = {
  'accounts.closed': 'Ce compte a été fermé. Écrivez aux responsables de ce site.',
  'accounts.lastOperator':
    'C’est le dernier propriétaire du site. Nommez d’abord un autre propriétaire.',
  'accounts.ownAccount':
    'C’est votre propre compte : demandez à un autre responsable de le fermer ou de le modifier.',
  'accounts.isOperator': ({ email }) =>
    `${email} est déjà responsable : changez ses droits sur sa page.`,
  'accounts.manyInvitations': 'Cinquante invitations sont ouvertes : retirez-en d’abord.',
  'accounts.acceptAs': ({ email }) =>
    `${email} a un compte : connectez-vous avec lui, puis ouvrez de nouveau le lien.`,
  'accounts.addressRefused':
    'Le serveur de messagerie n’accepte rien pour cette adresse. Est-elle bien écrite ?',
  'accounts.linkNotSent': 'L’e-mail n’a pas pu être envoyé. Réessayez dans quelques minutes.',
  'accounts.invitationNotSent':
    'Le serveur de messagerie n’a pas pris l’invitation. Vérifiez-le dans les réglages, puis invitez de nouveau.',
  'accounts.manyPasskeys': 'Il y a vingt clés d’accès : supprimez-en d’abord une.',
  'accounts.passkeyRefused':
    'Cette clé d’accès n’a pas été acceptée. Réessayez, ou choisissez un autre moyen.',
  'accounts.passkeyUnknown':
    'Cette clé d’accès n’est pas connue ici : elle a été retirée, ou son compte n’existe plus. Choisissez un autre moyen.',
  'accounts.codeRefused':
    'est faux, ancien ou déjà utilisé : saisissez celui qui est affiché maintenant',
  'accounts.hasTotp': 'Les codes d’une application sont déjà demandés : supprimez-la d’abord.',
  'accounts.noTotp': 'Les codes de secours remplacent une application : configurez-en d’abord une.',
  'people.wrongAddress': ({ email }) => `« ${email} » n’est pas une adresse e-mail.`,
  'people.wrongDay': ({ day }) => `« ${day} » n’est pas un jour comme 2027-01-31.`,
  'people.pastDay': ({ day }) => `${day} est passé.`,
  'people.both': 'Donnez un abonnement ou un film, pas les deux.',
  'people.untilWhat': 'Il y a une fin, mais ni abonnement ni film qui se termine alors.',
  'people.noPlan': ({ plan }) => `Il n’y a pas d’abonnement « ${plan} ».`,
  'people.unverified': ({ email }) =>
    `Le compte de ${email} n’a pas confirmé son adresse, il peut donc être à quelqu’un d’autre. Rien n’a été donné.`,
  'people.noFilm': ({ film }) => `Il n’y a pas de film avec le lien « ${film} ».`,
  'people.noLines': 'ne contient personne\u00a0: il n’y a aucune ligne sous l’en-tête',
  'people.noHeading': 'commence par un en-tête sans colonne nommée email',
  'people.tooMany': ({ most }) => `a plus de ${most} lignes ; divisez-le`,
  'people.noCsv': 'n’est pas un fichier CSV : enregistrez-le en « CSV (UTF-8) »',
  'people.reason': 'Importé d’un fichier',
  'accounts.linkUsed': 'Ce lien a servi : il y a un responsable.',
  'accounts.formMissing': 'Donnez une adresse e-mail et un mot de passe d’au moins 8 caractères.',
  'setup.title': 'Votre premier responsable',
  'setup.wrong': 'Ce lien ne convient pas',
  'setup.wrongText':
    'Il n’a pas été copié en entier, ou JWT_SECRETS ou PUBLIC_URL a changé depuis. Ouvrez celui que le serveur a affiché à son dernier démarrage ou, sur le serveur, créez un responsable : matinee user add VOTRE-ADRESSE admin.',
  'setup.text':
    'Personne ne gère encore ce site. Qui remplit ce formulaire en devient le premier responsable.',
  'setup.email': 'Adresse e-mail',
  'setup.password': 'Mot de passe',
  'setup.rule': '8 caractères ou plus.',
  'setup.send': 'Devenir responsable',
  'setup.signIn': 'Se connecter',
  'accounts.noneBy': ({ email }) => `Il n’y a pas de compte ${email}.`,
  'accounts.notAnAddress': 'n’est pas une adresse e-mail',
  'accounts.nameMissing': 'ne contient aucune lettre',
  'accounts.notYourPassword': 'n’est pas votre mot de passe',
  'accounts.wrongCode': 'est faux ou trop ancien ; demandez un nouvel e-mail',
  'accounts.tooShort': ({ least }) => `doit avoir au moins ${least} caractères`,
  'accounts.tooLong': ({ most }) => `doit avoir au plus ${most} caractères`,
  'accounts.onlySpaces': 'ne doit pas être fait que d’espaces',
  'accounts.guessedFirst': 'fait partie de ceux que l’on devine en premier, choisissez autre chose',
  'accounts.aboutYou': 'ne doit pas être votre adresse ni le nom de ce site',
}
