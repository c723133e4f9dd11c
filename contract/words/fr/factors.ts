import type { factors as english } from '../en/factors.ts'
import type { Translated } from '../speak.ts'

export const factors: Translated<typeof english> = {
  proof: 'Est-ce bien vous ?',
  proofLead: 'Avant de continuer, confirmez de nouveau qui vous êtes.',
  setUpFirst:
    'Ce site demande à ses responsables une clé d’accès ou un code d’application. Configurez-en d’abord un.',
  setUp: 'Configurer',
  notNow: 'Pas maintenant',
  password: 'Votre mot de passe',
  code: 'Code de votre application, ou code de secours',
  goOn: 'Continuer',
  checking: 'Vérification',
  usePasskey: 'Utiliser une clé d’accès',
  passkeyGivenUp: 'Aucune clé d’accès n’a été utilisée. Réessayez, ou choisissez un autre moyen.',
  passkeyThere: 'Cet appareil a déjà une clé d’accès à vous.',
  heading: 'Clés d’accès et codes',
  lead: 'Une clé d’accès vous connecte avec votre empreinte, votre visage ou une clé physique. Une application de codes protège votre mot de passe.',
  failed: 'Vos clés d’accès ne se sont pas chargées',
  passkeys: 'Clés d’accès',
  noPasskeys: 'Vous n’avez pas de clé d’accès.',
  passkeyName: 'Nom de la clé d’accès',
  passkeyNameHint: 'Par exemple l’appareil où elle se trouve.',
  passkeyNameMissing: 'Donnez-lui un nom.',
  addPasskey: 'Ajouter une clé d’accès',
  adding: 'Ajout',
  addedOn: ({ date }) => `Ajoutée le ${date}`,
  remove: 'Supprimer',
  removing: 'Suppression',
  totp: 'Codes d’une application',
  totpOff: 'La connexion avec votre mot de passe ne demande pas de code.',
  totpOn: ({ count }, forms) =>
    forms.plural(count, {
      one: `La connexion avec votre mot de passe demande un code. Il vous reste ${count} code de secours.`,
      other: `La connexion avec votre mot de passe demande un code. Il vous reste ${count} codes de secours.`,
    }),
  totpBegin: 'Configurer une application',
  totpSecret: 'Ajoutez cette clé à votre application, puis saisissez le code qu’elle affiche.',
  totpQr: 'Code QR avec la même clé, pour la caméra de votre application',
  totpOpen: 'L’ouvrir dans une application de cet appareil',
  totpEnd: 'Ne plus utiliser de codes',
  newRecoveryCodes: 'Créer de nouveaux codes de secours',
  making: 'Création',
  recoveryLead:
    'Gardez-les là où vous les trouverez sans votre téléphone. Chacun vous laisse entrer une fois, et ils ne sont plus affichés.',
  recoveryKept: 'Je les ai gardés',
}
