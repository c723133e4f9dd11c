import type { Forms } from '../../speak.ts'

/** Which parts: so many are named, and so many more there are. */
interface Parts {
  parts: string
  more: number
}
const some = ({ parts, more }: Parts, forms: Forms) =>
  more === 0 ? parts : `${parts} and ${forms.number(more)} more`

/** Refusals of uploads, for whoever uploads: what is wrong and what to do. */
export const uploads = {
  'uploads.noStorage': 'The video storage cannot be reached right now. Try again shortly.',
  'uploads.purpose': ({ purpose }: { purpose: string }) =>
    `purpose: ${purpose} cannot be uploaded here.`,
  'uploads.empty': 'This file is empty. Choose another one.',
  'uploads.tooLarge': ({ most }: { most: string }) =>
    `The file is larger than the ${most} that are accepted here.`,
  'uploads.megabytes': ({ count }: { count: number }) => `${count} MB`,
  'uploads.terabytes': ({ count }: { count: number }) => `${count} TB`,
  'uploads.language': 'language: is missing. Say which it is, or name the file like film.de.srt.',
  'uploads.not.video':
    'This is not a video file that can be used here. Upload an MP4, MOV, MKV or WebM file.',
  'uploads.not.poster':
    'This is not a picture that can be used here. Upload a JPEG, PNG or WebP file.',
  'uploads.not.captions':
    'These are no captions that can be read here. Upload a WebVTT (.vtt), SubRip (.srt) or SubStation (.ass, .ssa) file.',

  'uploads.complete': 'This upload is complete already, so it cannot be given up.',
  'uploads.givenUp': 'This upload was given up. Start a new one.',
  'uploads.over': 'This upload is over. Start a new one.',
  'uploads.gone': 'The file is no longer in the bucket. Start a new upload.',
  'uploads.otherSize': 'The file has not the size it was announced with. Start a new upload.',
  'uploads.changed': 'The parts changed while they were joined. Try again.',

  'uploads.parts.missing': (which: Parts, forms: Forms) =>
    `Not all of the file has arrived: send part ${some(which, forms)}.`,
  'uploads.parts.size': (which: Parts, forms: Forms) =>
    `Send part ${some(which, forms)} again: its size is not the planned one.`,
  'uploads.parts.other': (which: Parts, forms: Forms) =>
    `Send part ${some(which, forms)} again: another one arrived in its place.`,
  'uploads.parts.tooMany': 'More parts have arrived than were planned.',
  'uploads.parts.beyond': ({ part, count }: { part: number; count: number }) =>
    `partNumbers: ${part} is beyond the file's ${count} parts.`,
  'uploads.checksums.missing': 'sha256: this upload needs one for each part.',
  'uploads.checksums.none': 'sha256: this upload was begun without checksums.',

  // Captions that cannot be read
  'captions.none': 'There is no caption in this file. Choose another one.',
  'captions.tooMany': ({ most }: { most: number }) =>
    `There are more than ${most} captions in this file. Choose another one.`,
  'captions.encoding':
    'The captions are not stored as UTF-8 or UTF-16. Save them as UTF-8 text and upload them again.',
  'captions.line': ({ line, why }: { line: number; why: string }) =>
    `Line ${line}: ${why} Correct it and upload the file again.`,
  'captions.tooLong': ({ most }: { most: number }) =>
    `the caption is longer than ${most} characters.`,
  'captions.noTime': 'the caption ends when it begins.',
  'captions.backwards': 'the caption ends before it begins.',
  'captions.longLine': ({ most }: { most: number }) => `it is longer than ${most} characters.`,
  'captions.time': ({ example }: { example: string }) =>
    `its time cannot be read. Write it like ${example}.`,
  'captions.above': 'what stands above the first caption is no caption.',
  'captions.arrow': 'there is an arrow (-->) and no time.',
}
