import type { uploads as english } from '../../en/server/uploads.ts'
import type { Translated } from '../../speak.ts'

export const uploads: Translated<typeof english> = {
  'uploads.noStorage': 'Le stockage des vidéos est injoignable pour le moment. Réessayez bientôt.',
  'uploads.purpose': ({ purpose }) => `purpose : ${purpose} ne peut pas être envoyé ici.`,
  'uploads.empty': 'Ce fichier est vide. Choisissez-en un autre.',
  'uploads.tooLarge': ({ most }) => `Le fichier dépasse les ${most} acceptés ici.`,
  'uploads.megabytes': ({ count }) => `${count} Mo`,
  'uploads.terabytes': ({ count }) => `${count} To`,
  'uploads.language':
    'language : manque. Dites de quelle langue il s’agit, ou nommez le fichier comme film.fr.srt.',
  'uploads.not.video':
    'Ce n’est pas un fichier vidéo utilisable ici. Envoyez un fichier MP4, MOV, MKV ou WebM.',
  'uploads.not.poster':
    'Ce n’est pas une image utilisable ici. Envoyez un fichier JPEG, PNG ou WebP.',
  'uploads.not.captions':
    'Ce ne sont pas des sous-titres lisibles ici. Envoyez un fichier WebVTT (.vtt), SubRip (.srt) ou SubStation (.ass, .ssa).',
  'uploads.complete': 'Cet envoi est déjà complet, il ne peut donc pas être abandonné.',
  'uploads.givenUp': 'Cet envoi a été abandonné. Commencez-en un nouveau.',
  'uploads.over': 'Cet envoi est terminé. Commencez-en un nouveau.',
  'uploads.gone': 'Le fichier n’est plus dans le bucket. Commencez un nouvel envoi.',
  'uploads.otherSize': 'Le fichier n’a pas la taille annoncée. Commencez un nouvel envoi.',
  'uploads.changed': 'Les parties ont changé pendant leur assemblage. Réessayez.',
  'uploads.parts.missing': ({ parts, more }, forms) =>
    `Le fichier n’est pas arrivé en entier : envoyez la partie ${more === 0 ? parts : `${parts} et ${forms.number(more)} autres`}.`,
  'uploads.parts.size': ({ parts, more }, forms) =>
    `Renvoyez la partie ${more === 0 ? parts : `${parts} et ${forms.number(more)} autres`} : sa taille n’est pas celle prévue.`,
  'uploads.parts.other': ({ parts, more }, forms) =>
    `Renvoyez la partie ${more === 0 ? parts : `${parts} et ${forms.number(more)} autres`} : une autre est arrivée à sa place.`,
  'uploads.parts.tooMany': 'Plus de parties sont arrivées que prévu.',
  'uploads.parts.beyond': ({ part, count }) =>
    `partNumbers : ${part} dépasse les ${count} parties du fichier.`,
  'uploads.checksums.missing': 'sha256 : cet envoi en demande une pour chaque partie.',
  'uploads.checksums.none': 'sha256 : cet envoi a commencé sans sommes de contrôle.',
  'captions.none': 'Il n’y a aucun sous-titre dans ce fichier. Choisissez-en un autre.',
  'captions.tooMany': ({ most }) =>
    `Il y a plus de ${most} sous-titres dans ce fichier. Choisissez-en un autre.`,
  'captions.encoding':
    'Les sous-titres ne sont pas enregistrés en UTF-8 ou UTF-16. Enregistrez-les en texte UTF-8 et renvoyez-les.',
  'captions.line': ({ line, why }) => `Ligne ${line} : ${why} Corrigez-la et renvoyez le fichier.`,
  'captions.tooLong': ({ most }) => `le sous-titre dépasse ${most} caractères.`,
  'captions.noTime': 'le sous-titre se termine quand il commence.',
  'captions.backwards': 'le sous-titre se termine avant de commencer.',
  'captions.longLine': ({ most }) => `elle dépasse ${most} caractères.`,
  'captions.time': ({ example }) => `son temps est illisible. Écrivez-le comme ${example}.`,
  'captions.above': 'ce qui précède le premier sous-titre n’en est pas un.',
  'captions.arrow': 'il y a une flèche (-->) et pas de temps.',
}
