import type { encodes as english } from '../../en/server/encodes.ts'
import type { Translated } from '../../speak.ts'

export const encodes: Translated<typeof english> = {
  'encodes.empty': 'Le fichier est vide. Renvoyez-le.',
  'encodes.unknown':
    'Ce n’est pas un fichier vidéo lisible ici. Envoyez un fichier MP4, MOV, MKV ou WebM.',
  'encodes.unreadable':
    'Le fichier est abîmé ou incomplet et ne peut pas être lu. Exportez-le de nouveau, puis envoyez-le.',
  'encodes.noPicture': 'Le fichier ne contient pas d’image. Envoyez un fichier avec de la vidéo.',
  'encodes.tooLarge': 'L’image dépasse 7680 sur 4320. Exportez-la plus petite, puis renvoyez-la.',
  'encodes.tooSmall':
    'L’image est plus petite que 16 sur 16. Exportez-la plus grande, puis renvoyez-la.',
  'encodes.tooMany': 'Le fichier a plus de 64 pistes. Exportez-le avec une image et son son.',
  'encodes.tooLong': 'Le film dure plus de 24 heures. Découpez-le en parties.',
  'encodes.noFrames':
    'Il n’y a pas d’images dans le fichier. Exportez-le de nouveau, puis envoyez-le.',
  'encodes.encrypted':
    'Le fichier est chiffré et ne peut être lu que par le lecteur pour lequel il a été fait. Exportez-le sans protection contre la copie, puis renvoyez-le.',
  'encodes.differs':
    'Une partie du film est illisible, il ne serait donc pas entier. Exportez-le de nouveau, puis envoyez-le.',
  'encodes.hdr':
    'Le film est en HDR, que l’encodeur d’ici ne sait pas convertir pour les écrans courants. Exportez-le en SDR (BT.709), ou prévenez le responsable.',
  'encodes.again':
    'Ce film n’a pas pu être préparé malgré plusieurs essais. Réessayez plus tard ; si cela continue, prévenez le responsable.',
  'encodes.noOriginal': 'Le fichier envoyé n’est plus là. Renvoyez-le.',
  'encodes.cancelled': 'La préparation a été annulée. Relancez-la, ou envoyez un autre fichier.',
  'encodes.worse': 'Le film peut être lu, mais toutes ses tailles n’ont pas pu être faites.',
  'encodes.cutShort': ({ claimed, found }) =>
    `Le fichier s’arrête trop tôt : sur ${claimed}, il n’y a que ${found}. Renvoyez-le.`,
  'encodes.picture': ({ codec }) =>
    `L’image est ${codec === null ? 'dans un format inconnu ici' : `en ${codec}`}, qui ne peut pas être lu ici. Exportez le film en vidéo H.264 (MP4), puis renvoyez-le.`,
  'encodes.sound': ({ codec }) =>
    `Le son est ${codec === null ? 'dans un format inconnu ici' : `en ${codec}`}, qui ne peut pas être lu ici. Exportez le film avec un son AAC (MP4), puis renvoyez-le.`,
  'encodes.soundTrack': 'Son',
  'encodes.textTrack': 'Sous-titres',
}
