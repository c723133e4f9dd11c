import type { mails as english } from '../../en/server/mails.ts'
import type { Translated } from '../../speak.ts'

export const mails: Translated<typeof english> = {
  'mails.noServer': 'Il n’y a pas de serveur de messagerie : réglez SMTP_URL.',
  'mails.greeting': ({ name }) => `Bonjour ${name},`,
  'mails.welcome.subject': 'Votre compte sur {siteName} est prêt',
  'mails.welcome.text': `Votre adresse est confirmée, et votre compte sur {siteName} est prêt.

Voici les films :
{link}
`,
  'mails.receipt.subject': 'Votre reçu de {siteName}',
  'mails.receipt.text': `Merci. Le {date}, vous avez payé {amount} pour {what}.

Voici votre reçu :
{link}
`,
  'mails.trialEnding.itsPrice': 'son prix',
  'mails.trialEnding.subject': 'Votre essai se termine le {date}',
  'mails.trialEnding.text': `Votre essai de {plan} sur {siteName} se termine le {date}. Ensuite, votre abonnement continue et vous payez {price}.

Si vous ne le voulez pas, résiliez avant :
{link}
`,
  'mails.cancelled.subject': 'Votre abonnement est résilié',
  'mails.cancelled.text': `Votre abonnement {plan} sur {siteName} est résilié et se termine le {date}. Plus rien n’est prélevé.

Si vous changez d’avis, vous le trouvez ici :
{link}
`,
  'mails.news.subject': 'Nouveau : {film}',
  'mails.news.text': `{film} est nouveau sur {siteName}.

{description}

À voir ici :
{link}
`,
  'mails.unsubscribe': ({
    url,
  }) => `Vous recevez ceci parce que vous avez demandé des e-mails sur les nouveaux films. Pour ne plus en recevoir, suivez ce lien :
${url}
`,
  'mails.placeholderUnknown': ({ braces, all }) =>
    `contient ${braces}, que rien ne remplace ; il y a ${all}`,
  'mails.placeholderMissing': ({ braces }) => `doit contenir ${braces}`,
  'mails.braceOpen': 'a une accolade qui n’est pas fermée, ou pas ouverte',
  'unsubscribe.title': ({ siteName }) => `E-mails de ${siteName}`,
  'unsubscribe.ask': 'Ne voulez-vous plus d’e-mails sur les nouveaux films ?',
  'unsubscribe.press': 'Plus d’e-mails sur les nouveaux films',
  'unsubscribe.done':
    'Vous ne recevez plus d’e-mails sur les nouveaux films. Les reçus et ce qui concerne votre compte arrivent toujours.',
  'unsubscribe.broken':
    'Ce lien est incomplet. Utilisez le lien entier de l’e-mail, ou vos réglages.',
  'unsubscribe.settings': 'Vos réglages',
  'mails.verification.subject': '{code} confirme votre adresse',
  'mails.verification.text': `Bienvenue sur {siteName}.

Confirmez que cette adresse est la vôtre : saisissez {code} sur la page de votre compte, ou suivez ce lien dans la journée :
{link}

Vous pouvez regarder avant de l’avoir fait. Si vous n’avez pas ouvert de compte, ne faites rien.
`,

  'mails.signIn.subject': ({ siteName }) => `Connexion à ${siteName}`,
  'mails.signIn.text': ({
    publicUrl,
    token,
    minutes,
  }) => `Suivez ce lien dans les ${minutes} minutes pour vous connecter. Il sert une seule fois :
${publicUrl}/sign-in-link#token=${token}

Si vous ne l’avez pas demandé, ne faites rien.
`,
  'mails.invitation.subject': ({ siteName }) => `Aider à gérer ${siteName}`,
  'mails.invitation.text': ({
    siteName,
    publicUrl,
    token,
    role,
    days,
  }) => `Vous êtes invité à gérer ${siteName}. Votre rôle : ${{ admin: 'propriétaire, vous pouvez tout faire', manager: 'responsable, vous pouvez tout faire sauf changer les abonnements, la devise et les rôles', editor: 'éditeur, vous vous occupez des films', support: 'assistance, vous vous occupez des personnes' }[role]}.

Suivez ce lien dans les ${days} jours. Il sert une seule fois :
${publicUrl}/invitation#token=${token}

Si cela ne vous dit rien, ne faites rien.
`,
  'mails.newDevice.subject': 'Un nouvel appareil s’est connecté',
  'mails.newDevice.unknown': 'Un appareil que nous ne savons pas nommer',
  'mails.newDevice.text': ({
    device,
    siteName,
    publicUrl,
  }) => `${device} s’est connecté à votre compte sur ${siteName}.

Si c’était vous, il n’y a rien à faire. Sinon, changez votre mot de passe maintenant ; cela le déconnecte :
${publicUrl}/account
`,
  'mails.reuse.subject': 'Un de vos appareils a été déconnecté',
  'mails.reuse.text': ({
    siteName,
    publicUrl,
  }) => `Une connexion à votre compte sur ${siteName} a été utilisée de deux endroits à la fois, comme lorsqu’elle a été copiée. Les deux ont été déconnectés.

Reconnectez-vous, regardez vos appareils, et changez votre mot de passe si vous n’en connaissez pas un :
${publicUrl}/account
`,
  'mails.reset.subject': 'Choisissez un nouveau mot de passe',
  'mails.reset.text': ({
    publicUrl,
    token,
    minutes,
  }) => `Quelqu’un, sans doute vous, a demandé un nouveau mot de passe.

Choisissez-le ici, dans les ${minutes} prochaines minutes :
${publicUrl}/reset-password#token=${token}

Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.
`,
  'mails.passwordChanged.subject': 'Votre mot de passe a été changé',
  'mails.passwordChanged.text': ({
    siteName,
  }) => `Le mot de passe de votre compte sur ${siteName} a été changé, et vos autres appareils ont été déconnectés.

Si ce n’était pas vous, choisissez-en un nouveau tout de suite : « Mot de passe oublié ? » sur la page de connexion.
`,
  'mails.newAddress.subject': 'Confirmez votre nouvelle adresse',
  'mails.newAddress.text': ({
    siteName,
    publicUrl,
    token,
  }) => `Suivez ce lien dans la journée, et cette adresse devient celle de votre compte sur ${siteName} :
${publicUrl}/confirm-email#token=${token}

Si vous ne l’avez pas demandé, ne faites rien.
`,
  'mails.addressTaken.subject': 'Vous avez déjà un compte',
  'mails.addressTaken.text': ({
    siteName,
  }) => `Quelqu’un, sans doute vous, voulait utiliser cette adresse pour un autre compte sur ${siteName}.
Elle en a déjà un, rien n’a donc changé.
`,
  'mails.addressChanged.subject': 'Votre adresse a été changée',
  'mails.addressChanged.text': ({
    siteName,
    email,
  }) => `L’adresse de votre compte sur ${siteName} est maintenant ${email}.

Si ce n’est pas vous qui l’avez changée, écrivez-nous tout de suite.
`,
  'mails.deletion.subject': 'Votre compte va être supprimé',
  'mails.deletion.text': ({
    siteName,
    publicUrl,
    day,
  }) => `Votre compte sur ${siteName} sera supprimé le ${day}. Plus rien ne sera prélevé.

Si vous changez d’avis, connectez-vous avant, et il reste : ${publicUrl}/sign-in
`,
  'mails.paymentFailed.subject': 'Votre paiement n’a pas abouti',
  'mails.paymentFailed.text': `Nous n’avons pas pu encaisser le paiement de votre abonnement. {meanwhile}

Changez de carte ici, et tout continue comme avant :
{link}
{confirm}
Si vous avez déjà changé de carte, il n’y a rien à faire : le paiement sera retenté.
`,
  'mails.paymentFailed.meanwhile': ({ until }) =>
    until === null
      ? 'Tant qu’il n’est pas payé, les films de votre abonnement ne sont pas lus.'
      : `Les films restent disponibles jusqu’au ${until}.`,
  'mails.paymentFailed.confirm': ({ confirmUrl }) => `
Si votre banque veut que vous confirmiez le paiement, faites-le ici ; personne ne peut le faire pour vous :
${confirmUrl}
`,
  'mails.confirmationNeeded.subject': 'Confirmez votre paiement',
  'mails.confirmationNeeded.text': `Votre banque vous demande de confirmer le paiement de votre abonnement ; personne ne peut le faire pour vous. {meanwhile}

Confirmez-le ici :
{link}

Votre abonnement et votre carte sont ici : {account}
`,
}
