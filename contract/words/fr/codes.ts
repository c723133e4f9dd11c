import type { codes as english } from '../en/codes.ts'
import type { Translated } from '../speak.ts'
import { pageCodes } from './page-codes.ts'

export const codes: Translated<typeof english> = {
  BAD_REQUEST: 'Cette demande n’a pas pu être comprise.',
  WEBHOOK_SIGNATURE: 'La signature du webhook ne correspond pas à son contenu.',
  ORIGIN_REFUSED: 'Cette demande venait d’un autre site, elle n’a donc pas été exécutée.',
  SIGN_IN_REQUIRED: 'Connectez-vous pour continuer.',
  WRONG_CREDENTIALS: 'L’adresse e-mail et le mot de passe ne correspondent à aucun compte.',
  SECOND_FACTOR_REQUIRED: 'Saisissez le code affiché par votre application, ou un code de secours.',
  STEP_UP_REQUIRED: 'Confirmez de nouveau votre identité avant de continuer.',
  RESET_LINK_INVALID: 'Ce lien a déjà servi ou a expiré. Demandez-en un nouveau.',
  PAYMENT_DECLINED: 'Le paiement n’a pas abouti, rien n’a donc changé. Essayez une autre carte.',
  PAYMENT_REQUIRED: 'Il vous faut un abonnement ou un achat pour voir ce film.',
  FORBIDDEN: 'Votre compte n’a pas le droit de faire cela.',
  NOT_FOUND: 'Il n’y a rien ici.',
  EMAIL_TAKEN: 'Il existe déjà un compte avec cette adresse e-mail. Connectez-vous plutôt.',
  TOO_MANY_STREAMS:
    'Votre abonnement est déjà utilisé sur autant d’appareils qu’il le permet. Arrêtez-en un pour regarder ici.',
  STREAM_TAKEN_OVER: 'Un autre de vos appareils lit maintenant.',
  ALREADY_SUBSCRIBED:
    'Vous avez déjà un abonnement. Vous pouvez le modifier sur la page de votre compte.',
  CONFLICT: 'Quelque chose a changé entre-temps. Rechargez la page et réessayez.',
  PLAYBACK_ENDED: 'La lecture est terminée. Appuyez sur lecture pour recommencer.',
  TOO_LARGE: 'C’est plus grand que ce qui est accepté ici.',
  UNSUPPORTED_MEDIA_TYPE: 'Ce type de fichier n’est pas accepté ici.',
  TOO_MANY_REQUESTS: pageCodes.TOO_MANY_REQUESTS,
  INTERNAL: 'Un problème est survenu de notre côté. Réessayez dans un instant.',
  PAYMENT_PROVIDER_UNAVAILABLE: 'Le service de paiement ne répond pas. Réessayez dans un instant.',
  ENTITLEMENTS_UNAVAILABLE:
    'Nous ne pouvons pas vérifier maintenant ce que vous avez payé. Réessayez dans un instant.',
  UNAVAILABLE: 'Le service n’est pas disponible maintenant. Réessayez dans un instant.',
}
