import type { uploads as english } from '../../en/server/uploads.ts'
import type { Translated } from '../../speak.ts'

export const uploads: Translated<typeof english> = {
  'uploads.noStorage':
    'Der Speicher für Videos ist gerade nicht zu erreichen. Versuchen Sie es in Kürze erneut.',
  'uploads.purpose': ({ purpose }) => `purpose: ${purpose} kann hier nicht hochgeladen werden.`,
  'uploads.empty': 'Diese Datei ist leer. Wählen Sie eine andere.',
  'uploads.tooLarge': ({ most }) =>
    `Die Datei ist größer als die ${most}, die hier angenommen werden.`,
  'uploads.megabytes': ({ count }) => `${count} MB`,
  'uploads.terabytes': ({ count }) => `${count} TB`,
  'uploads.language':
    'language: fehlt. Sagen Sie, welche Sprache es ist, oder nennen Sie die Datei wie film.de.srt.',
  'uploads.not.video':
    'Das ist keine Videodatei, die hier verwendet werden kann. Laden Sie eine Datei in MP4, MOV, MKV oder WebM hoch.',
  'uploads.not.poster':
    'Das ist kein Bild, das hier verwendet werden kann. Laden Sie eine Datei in JPEG, PNG oder WebP hoch.',
  'uploads.not.captions':
    'Das sind keine Untertitel, die hier gelesen werden können. Laden Sie eine Datei in WebVTT (.vtt), SubRip (.srt) oder SubStation (.ass, .ssa) hoch.',
  'uploads.complete': 'Dieser Upload ist schon vollständig und kann nicht aufgegeben werden.',
  'uploads.givenUp': 'Dieser Upload wurde aufgegeben. Beginnen Sie einen neuen.',
  'uploads.over': 'Dieser Upload ist vorbei. Beginnen Sie einen neuen.',
  'uploads.gone': 'Die Datei liegt nicht mehr im Bucket. Beginnen Sie einen neuen Upload.',
  'uploads.otherSize':
    'Die Datei hat nicht die angekündigte Größe. Beginnen Sie einen neuen Upload.',
  'uploads.changed':
    'Die Teile haben sich geändert, während sie zusammengefügt wurden. Versuchen Sie es erneut.',
  'uploads.parts.missing': ({ parts, more }, forms) =>
    `Die Datei ist nicht ganz angekommen: Senden Sie Teil ${more === 0 ? parts : `${parts} und ${forms.number(more)} weitere`}.`,
  'uploads.parts.size': ({ parts, more }, forms) =>
    `Senden Sie Teil ${more === 0 ? parts : `${parts} und ${forms.number(more)} weitere`} noch einmal: Die Größe ist nicht die geplante.`,
  'uploads.parts.other': ({ parts, more }, forms) =>
    `Senden Sie Teil ${more === 0 ? parts : `${parts} und ${forms.number(more)} weitere`} noch einmal: An der Stelle kam ein anderer an.`,
  'uploads.parts.tooMany': 'Es sind mehr Teile angekommen als geplant.',
  'uploads.parts.beyond': ({ part, count }) =>
    `partNumbers: ${part} liegt jenseits der ${count} Teile der Datei.`,
  'uploads.checksums.missing': 'sha256: Dieser Upload braucht eine für jeden Teil.',
  'uploads.checksums.none': 'sha256: Dieser Upload wurde ohne Prüfsummen begonnen.',
  'captions.none': 'In dieser Datei ist kein Untertitel. Wählen Sie eine andere.',
  'captions.tooMany': ({ most }) =>
    `In dieser Datei sind mehr als ${most} Untertitel. Wählen Sie eine andere.`,
  'captions.encoding':
    'Die Untertitel sind nicht als UTF-8 oder UTF-16 gespeichert. Speichern Sie sie als UTF-8-Text und laden Sie sie noch einmal hoch.',
  'captions.line': ({ line, why }) =>
    `Zeile ${line}: ${why} Berichtigen Sie das und laden Sie die Datei noch einmal hoch.`,
  'captions.tooLong': ({ most }) => `der Untertitel ist länger als ${most} Zeichen.`,
  'captions.noTime': 'der Untertitel endet, wenn er beginnt.',
  'captions.backwards': 'der Untertitel endet, bevor er beginnt.',
  'captions.longLine': ({ most }) => `sie ist länger als ${most} Zeichen.`,
  'captions.time': ({ example }) =>
    `die Zeit ist nicht zu lesen. Schreiben Sie sie wie ${example}.`,
  'captions.above': 'was über dem ersten Untertitel steht, ist kein Untertitel.',
  'captions.arrow': 'da ist ein Pfeil (-->) und keine Zeit.',
}
