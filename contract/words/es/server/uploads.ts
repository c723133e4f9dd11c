import type { uploads as english } from '../../en/server/uploads.ts'
import type { Translated } from '../../speak.ts'

export const uploads: Translated<typeof english> = {
  'uploads.noStorage': 'Ahora no se puede llegar al almacén de vídeos. Vuelve a intentarlo pronto.',
  'uploads.purpose': ({ purpose }) => `purpose: ${purpose} no se puede subir aquí.`,
  'uploads.empty': 'Este archivo está vacío. Elige otro.',
  'uploads.tooLarge': ({ most }) => `El archivo supera los ${most} que se aceptan aquí.`,
  'uploads.megabytes': ({ count }) => `${count} MB`,
  'uploads.terabytes': ({ count }) => `${count} TB`,
  'uploads.language': 'language: falta. Di qué idioma es o llama al archivo como film.es.srt.',
  'uploads.not.video':
    'No es un archivo de vídeo que se pueda usar aquí. Sube un archivo MP4, MOV, MKV o WebM.',
  'uploads.not.poster':
    'No es una imagen que se pueda usar aquí. Sube un archivo JPEG, PNG o WebP.',
  'uploads.not.captions':
    'No son subtítulos que se puedan leer aquí. Sube un archivo WebVTT (.vtt), SubRip (.srt) o SubStation (.ass, .ssa).',
  'uploads.complete': 'Esta subida ya está completa, así que no se puede abandonar.',
  'uploads.givenUp': 'Esta subida se abandonó. Empieza otra.',
  'uploads.over': 'Esta subida ha terminado. Empieza otra.',
  'uploads.gone': 'El archivo ya no está en el bucket. Empieza otra subida.',
  'uploads.otherSize': 'El archivo no tiene el tamaño anunciado. Empieza otra subida.',
  'uploads.changed': 'Las partes cambiaron mientras se unían. Vuelve a intentarlo.',
  'uploads.parts.missing': ({ parts, more }, forms) =>
    `El archivo no ha llegado entero: envía la parte ${more === 0 ? parts : `${parts} y ${forms.number(more)} más`}.`,
  'uploads.parts.size': ({ parts, more }, forms) =>
    `Envía otra vez la parte ${more === 0 ? parts : `${parts} y ${forms.number(more)} más`}: su tamaño no es el previsto.`,
  'uploads.parts.other': ({ parts, more }, forms) =>
    `Envía otra vez la parte ${more === 0 ? parts : `${parts} y ${forms.number(more)} más`}: en su lugar llegó otra.`,
  'uploads.parts.tooMany': 'Han llegado más partes de las previstas.',
  'uploads.parts.beyond': ({ part, count }) =>
    `partNumbers: ${part} está más allá de las ${count} partes del archivo.`,
  'uploads.checksums.missing': 'sha256: esta subida necesita una por cada parte.',
  'uploads.checksums.none': 'sha256: esta subida empezó sin sumas de comprobación.',
  'captions.none': 'No hay ningún subtítulo en este archivo. Elige otro.',
  'captions.tooMany': ({ most }) => `Hay más de ${most} subtítulos en este archivo. Elige otro.`,
  'captions.encoding':
    'Los subtítulos no están guardados en UTF-8 ni UTF-16. Guárdalos como texto UTF-8 y súbelos otra vez.',
  'captions.line': ({ line, why }) => `Línea ${line}: ${why} Corrígela y sube el archivo otra vez.`,
  'captions.tooLong': ({ most }) => `el subtítulo tiene más de ${most} caracteres.`,
  'captions.noTime': 'el subtítulo termina cuando empieza.',
  'captions.backwards': 'el subtítulo termina antes de empezar.',
  'captions.longLine': ({ most }) => `tiene más de ${most} caracteres.`,
  'captions.time': ({ example }) => `su tiempo no se puede leer. Escríbelo como ${example}.`,
  'captions.above': 'lo que hay antes del primer subtítulo no es un subtítulo.',
  'captions.arrow': 'hay una flecha (-->) y ningún tiempo.',
}
