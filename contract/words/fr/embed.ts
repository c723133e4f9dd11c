import type { embed as english } from '../en/embed.ts'
import type { Translated } from '../speak.ts'

export const embed: Translated<typeof english> = {
  missing: 'Ce film n’est pas ici. Il a peut-être été retiré.',
  unavailable: 'Le film ne peut pas être montré maintenant. Rechargez la page dans un instant.',
  needsScript: 'Les films ont besoin de JavaScript. Activez-le et rechargez.',
  title: 'Regarder ailleurs',
  handingOver: 'Suite en cours',
  failed: 'Le film n’a pas pu être transmis',
  askHeading: ({ site }) => `Regarder sur ${site} ?`,
  askText: ({ site, title }) =>
    `${site} pourra lire « ${title} » avec votre compte jusqu’à ce que vous vous déconnectiez ici, douze heures au plus. Il n’apprend rien d’autre de vous.`,
  askYes: ({ site }) => `Regarder sur ${site}`,
  readyHeading: 'Le film continue là d’où vous venez',
  readyText: 'Vous pouvez fermer cet onglet.',
  backText:
    'Revenez à la page d’où vous venez. Si elle attend encore, appuyez de nouveau sur « Se connecter ».',
  payHeading: ({ title }) => `Vous êtes connecté. Comment voulez-vous voir « ${title} » ?`,
  payText: 'Dès que vous avez payé, le film reprend de lui-même là d’où vous venez.',
  watchHere: 'Le regarder ici',
  share: 'Partager et intégrer',
  link: 'Lien',
  code: 'Code pour d’autres sites',
  copy: 'Copier',
  copied: 'Copié',
  copyFailed: 'Sélectionnez le texte et copiez-le.',
  allowedNone: 'Aucun autre site ne peut encore montrer de films.',
  allowed: ({ sites }) => `Ces sites peuvent montrer des films : ${sites}.`,
  allowedAll: 'Tous les sites peuvent montrer des films.',
  change: 'Changer les sites',
  notPublished: 'Il s’affiche dès que le film est publié.',
  sites: 'Sites qui peuvent montrer des films',
  sitesHint:
    'Un par ligne, par exemple https://blog.example ou https://*.blog.example. Une ligne avec * seul l’autorise à tous ; si c’est vide, seul ce site le peut.',
  sitesWrong: ({ line }) =>
    `« ${line} » n’est pas l’adresse d’un site. Écrivez-la comme https://blog.example`,
}
