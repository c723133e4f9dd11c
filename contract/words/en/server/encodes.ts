/** Why a film could not be made of a file, for whoever uploaded it: what is wrong and what to do. */
export const encodes = {
  'encodes.empty': 'The file is empty. Upload it again.',
  'encodes.unknown':
    'This is not a video file that can be read here. Upload an MP4, MOV, MKV or WebM file.',
  'encodes.unreadable':
    'The file is damaged or incomplete and cannot be read. Export it again, then upload it.',
  'encodes.noPicture': 'The file has no picture in it. Upload a file with video.',
  'encodes.tooLarge':
    'The picture is larger than 7680 by 4320. Export it smaller, then upload it again.',
  'encodes.tooSmall':
    'The picture is smaller than 16 by 16. Export it larger, then upload it again.',
  'encodes.tooMany': 'The file has more than 64 tracks. Export it with one picture and its sound.',
  'encodes.tooLong': 'The film is longer than 24 hours. Cut it into parts.',
  'encodes.noFrames': 'There are no pictures in the file. Export it again, then upload it.',
  'encodes.encrypted':
    'The file is encrypted and can be read only by the player that it was made for. Export it without copy protection, then upload it again.',
  'encodes.differs':
    'Part of the film cannot be read, so it would not come out whole. Export it again, then upload it.',
  'encodes.hdr':
    'The film is HDR, which the encoder here cannot turn into what usual screens show. Export it as SDR (BT.709), or tell the operator.',
  'encodes.again':
    'This film could not be processed, though it was tried several times. Try again later; if it goes on, tell the operator.',
  'encodes.noOriginal': 'The uploaded file is no longer there. Upload it again.',
  'encodes.cancelled': 'Encoding was cancelled. Start it again, or upload another file.',
  'encodes.worse': 'The film plays, but not all of its sizes could be made.',
  'encodes.cutShort': ({ found, claimed }: { found: string; claimed: string }) =>
    `The file ends early: of ${claimed} only ${found} are there. Upload it again.`,
  'encodes.picture': ({ codec }: { codec: string | null }) =>
    `The picture is ${named(codec)}, which cannot be read here. Export the film with H.264 video (MP4), then upload it again.`,
  'encodes.sound': ({ codec }: { codec: string | null }) =>
    `The sound is ${named(codec)}, which cannot be read here. Export the film with AAC sound (MP4), then upload it again.`,

  // The name of a sound track whose language is not known.
  'encodes.soundTrack': 'Sound',
  'encodes.textTrack': 'Captions',
}

const named = (codec: string | null) =>
  codec === null ? 'in a format that is not known here' : `in ${codec}`
