import type { encodes as english } from '../../en/server/encodes.ts'
import type { Translated } from '../../speak.ts'

export const encodes: Translated<typeof english> = {
  'encodes.empty': 'El archivo está vacío. Súbelo otra vez.',
  'encodes.unknown':
    'No es un archivo de vídeo que se pueda leer aquí. Sube un archivo MP4, MOV, MKV o WebM.',
  'encodes.unreadable':
    'El archivo está dañado o incompleto y no se puede leer. Expórtalo otra vez y súbelo.',
  'encodes.noPicture': 'El archivo no tiene imagen. Sube un archivo con vídeo.',
  'encodes.tooLarge': 'La imagen supera 7680 por 4320. Expórtala más pequeña y súbela otra vez.',
  'encodes.tooSmall': 'La imagen es menor de 16 por 16. Expórtala más grande y súbela otra vez.',
  'encodes.tooMany': 'El archivo tiene más de 64 pistas. Expórtalo con una imagen y su sonido.',
  'encodes.tooLong': 'La película dura más de 24 horas. Córtala en partes.',
  'encodes.noFrames': 'No hay imágenes en el archivo. Expórtalo otra vez y súbelo.',
  'encodes.encrypted':
    'El archivo está cifrado y solo lo lee el reproductor para el que se hizo. Expórtalo sin protección contra copia y súbelo otra vez.',
  'encodes.differs':
    'Una parte de la película no se puede leer, así que no quedaría entera. Expórtala otra vez y súbela.',
  'encodes.hdr':
    'La película es HDR y el codificador de aquí no puede convertirla en lo que muestran las pantallas normales. Expórtala como SDR (BT.709) o avisa a quien lleva el sitio.',
  'encodes.again':
    'Esta película no se ha podido preparar tras varios intentos. Vuelve a intentarlo más tarde; si sigue igual, avisa a quien lleva el sitio.',
  'encodes.noOriginal': 'El archivo subido ya no está. Súbelo otra vez.',
  'encodes.cancelled': 'La preparación se canceló. Empiézala otra vez o sube otro archivo.',
  'encodes.worse': 'La película se ve, pero no se han podido hacer todos sus tamaños.',
  'encodes.cutShort': ({ claimed, found }) =>
    `El archivo termina antes de tiempo: de ${claimed} solo hay ${found}. Súbelo otra vez.`,
  'encodes.picture': ({ codec }) =>
    `La imagen está ${codec === null ? 'en un formato que aquí no se conoce' : `en ${codec}`}, que aquí no se puede leer. Exporta la película con vídeo H.264 (MP4) y súbela otra vez.`,
  'encodes.sound': ({ codec }) =>
    `El sonido está ${codec === null ? 'en un formato que aquí no se conoce' : `en ${codec}`}, que aquí no se puede leer. Exporta la película con sonido AAC (MP4) y súbela otra vez.`,
  'encodes.soundTrack': 'Sonido',
  'encodes.textTrack': 'Subtítulos',
}
