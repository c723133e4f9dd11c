import type { films as english } from '../../en/server/films.ts'
import type { Translated } from '../../speak.ts'

export const films: Translated<typeof english> = {
  'films.noCaptions': 'Ce film n’a pas ces sous-titres.',
  'films.oneCurrency': 'Louez et vendez un film dans une seule devise.',
  'films.lateChapter': 'Ce chapitre commence après la fin du film.',
  'films.notPlayable':
    'Ce film ne peut pas encore être lu. Envoyez son fichier et attendez qu’il soit prêt.',
  'films.addressTaken': 'Un autre film a cette adresse. Choisissez-en une autre.',
  'films.paidFor':
    'Ce film a été payé, il ne peut donc pas être supprimé. Archivez-le plutôt : il n’est plus proposé, et ceux qui l’ont payé le gardent.',
  'films.notEncoded': 'Ce film n’a pas encore été préparé.',
  'films.notEncoding': 'Ce film n’est pas en préparation.',
  'films.noFile': 'Ce film n’a pas encore de fichier. Envoyez-en d’abord un.',
  'films.timePassed':
    'Ce moment est passé. Choisissez-en un à venir, ou publiez le film maintenant.',
  'films.nowOrLater': 'Publiez le film maintenant ou à un moment donné, pas les deux.',
  'films.onShow': 'Ce film est déjà montré. Retirez-le, puis choisissez quand il le sera.',
  'films.inArchive': 'Ce film est dans les archives. Sortez-le d’abord des archives.',
  'films.stale': 'Quelqu’un d’autre a modifié ce film depuis que vous l’avez ouvert.',
  'previews.gone': 'Ce lien a expiré ou a été retiré. Demandez-en un nouveau.',
  'previews.taken':
    'Ce lien était pour une seule personne, et quelqu’un d’autre l’a ouvert. Demandez-en un nouveau.',
  'previews.tooMany': ({ most }) =>
    `Ce film a ${most} liens d’avant-première ouverts. Fermez-en un d’abord.`,
  'films.copyOf': ({ title }) => `${title} (copie)`,
  'bulk.tooManyNames': ({ most }) => `Un film en accepte ${most}. Retirez-en d’abord.`,
  'bulk.failed': 'Cela n’a pas pu être fait pour le moment. Réessayez.',
  'collections.isSeries':
    'Dans une série, chaque film a sa place. Organisez-la sur sa propre page.',
  'collections.eitherSold': 'Nommez soit les films d’un lot, soit la collection qu’il vend.',
  'collections.sold':
    'Elle est vendue en entier. Retirez d’abord le lot de la vente ; si quelqu’un l’a achetée, elle reste.',
  'collections.full': ({ most }) =>
    `Une collection contient ${most} films au plus. Retirez-en d’abord.`,
  'collections.addressTaken': 'Une autre collection a cette adresse. Choisissez-en une autre.',
  'collections.twice': 'Ce film est déjà dans la liste. Nommez-le une seule fois.',
  'collections.inItself': 'Une collection ne peut pas se contenir elle-même. Indiquez des films.',
  'collections.inAnother':
    'Une collection ne peut pas en contenir une autre. Indiquez les films qui s’y trouvent.',
  'collections.noSeries':
    'Seule une série a des saisons, des bandes-annonces et des bonus. Faites-en d’abord une série.',
  'collections.seriesVideoIds':
    'Les films d’une série se trouvent dans ses saisons. Indiquez-les là.',
  'collections.seasonTwice': 'Il y a déjà une saison de ce numéro. Choisissez-en un autre.',
  'collections.tooMany': ({ most }) =>
    `Une collection contient au plus ${most} films. Retirez-en d’abord quelques-uns.`,
  'collections.stale':
    'Quelqu’un d’autre a modifié cette collection depuis que vous l’avez ouverte. Rien n’a été enregistré ; voyez ce qu’elle est devenue.',
  'front.heroMissing': 'Choisissez le film qui ouvre la page.',
  'front.rowMissing': ({ row }) => `Indiquez ce que montre la rangée ${row}.`,
  'front.rowTwice': ({ row }) => `La rangée ${row} est déjà sur la page.`,
  'front.stale':
    'Quelqu’un d’autre a modifié la page d’accueil depuis que vous l’avez ouverte. Rien n’a été enregistré ; voyez ce qu’elle est devenue.',

  'embed.notListed': ({ origin }) =>
    `Les pages de ${origin} ne peuvent pas lire de films avec les comptes des spectateurs. Le responsable peut inscrire ce site dans les réglages du studio.`,
  'watchlist.full': ({ most }) =>
    `Votre liste contient ${most} films au plus. Retirez-en d’abord un.`,
  'films.cursor': 'cursor : prenez le nextCursor de la page précédente, ou omettez-le.',
  'films.cursorField': 'n’est pas l’un des nôtres',
  'films.over': 'Le film est fini avant ce segment.',
  'films.tooFast':
    'Le film est chargé bien plus vite qu’il n’est lu. Attendez un moment et continuez.',
  'films.noRendition': 'Ce film n’existe pas dans cette version.',
  'numbers.beforeFrom': 'ne doit pas être avant from',
  'numbers.tooManyDays': ({ most }) => `doit être au plus ${most} jours après from`,
}
