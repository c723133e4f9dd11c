import type { encodes as english } from '../../en/server/encodes.ts'
import type { Translated } from '../../speak.ts'

export const encodes: Translated<typeof english> = {
  'encodes.empty': 'Die Datei ist leer. Laden Sie sie noch einmal hoch.',
  'encodes.unknown':
    'Das ist keine Videodatei, die hier gelesen werden kann. Laden Sie eine Datei in MP4, MOV, MKV oder WebM hoch.',
  'encodes.unreadable':
    'Die Datei ist beschädigt oder unvollständig und kann nicht gelesen werden. Exportieren Sie sie neu und laden Sie sie dann hoch.',
  'encodes.noPicture': 'In der Datei ist kein Bild. Laden Sie eine Datei mit Video hoch.',
  'encodes.tooLarge':
    'Das Bild ist größer als 7680 mal 4320. Exportieren Sie es kleiner und laden Sie es dann noch einmal hoch.',
  'encodes.tooSmall':
    'Das Bild ist kleiner als 16 mal 16. Exportieren Sie es größer und laden Sie es dann noch einmal hoch.',
  'encodes.tooMany':
    'Die Datei hat mehr als 64 Spuren. Exportieren Sie sie mit einem Bild und seinem Ton.',
  'encodes.tooLong': 'Der Film ist länger als 24 Stunden. Teilen Sie ihn auf.',
  'encodes.noFrames':
    'In der Datei sind keine Bilder. Exportieren Sie sie neu und laden Sie sie dann hoch.',
  'encodes.encrypted':
    'Die Datei ist verschlüsselt und nur für den Player lesbar, für den sie gemacht wurde. Exportieren Sie sie ohne Kopierschutz und laden Sie sie dann noch einmal hoch.',
  'encodes.differs':
    'Ein Teil des Films ist nicht zu lesen, er würde also nicht ganz. Exportieren Sie ihn neu und laden Sie ihn dann hoch.',
  'encodes.hdr':
    'Der Film ist HDR, und der Encoder hier kann daraus nicht machen, was übliche Bildschirme zeigen. Exportieren Sie ihn als SDR (BT.709), oder sagen Sie es dem Betreiber.',
  'encodes.again':
    'Dieser Film konnte trotz mehrerer Versuche nicht aufbereitet werden. Versuchen Sie es später erneut; wenn es so bleibt, sagen Sie es dem Betreiber.',
  'encodes.noOriginal': 'Die hochgeladene Datei ist nicht mehr da. Laden Sie sie noch einmal hoch.',
  'encodes.cancelled':
    'Die Aufbereitung wurde abgebrochen. Starten Sie sie neu, oder laden Sie eine andere Datei hoch.',
  'encodes.worse': 'Der Film läuft, aber nicht alle seine Größen konnten hergestellt werden.',
  'encodes.cutShort': ({ claimed, found }) =>
    `Die Datei endet zu früh: Von ${claimed} sind nur ${found} da. Laden Sie sie noch einmal hoch.`,
  'encodes.picture': ({ codec }) =>
    `Das Bild liegt ${codec === null ? 'in einem hier unbekannten Format' : `in ${codec}`} vor, was hier nicht gelesen werden kann. Exportieren Sie den Film mit H.264-Video (MP4) und laden Sie ihn dann noch einmal hoch.`,
  'encodes.sound': ({ codec }) =>
    `Der Ton liegt ${codec === null ? 'in einem hier unbekannten Format' : `in ${codec}`} vor, was hier nicht gelesen werden kann. Exportieren Sie den Film mit AAC-Ton (MP4) und laden Sie ihn dann noch einmal hoch.`,
  'encodes.soundTrack': 'Ton',
  'encodes.textTrack': 'Untertitel',
}
