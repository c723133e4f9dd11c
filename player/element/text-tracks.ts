import type { Chapter, PlaybackSession } from './protocol.ts'

/** Gives the video its captions, its preview pictures and its chapters; replaces earlier ones. */
export function setTextTracks(video: HTMLVideoElement, session: PlaybackSession): void {
  for (const track of video.querySelectorAll('track')) track.remove()
  for (const { language, label, url } of session.captions) {
    video.append(track({ kind: 'subtitles', srclang: language, label, src: url }))
  }
  if (session.storyboardUrl !== null) {
    video.append(
      track({ kind: 'metadata', label: 'thumbnails', src: session.storyboardUrl, default: '' }),
    )
  }
  setChapters(video, session.chapters)
}

function track(attributes: Record<string, string>): HTMLTrackElement {
  const element = document.createElement('track')
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

function setChapters(video: HTMLVideoElement, chapters: Chapter[]): void {
  const known = [...video.textTracks].find(({ kind }) => kind === 'chapters')
  if (known !== undefined || chapters.length === 0) return
  const list = video.addTextTrack('chapters')
  chapters.forEach(({ startSeconds, title }, index) => {
    const end = chapters[index + 1]?.startSeconds ?? Number.MAX_SAFE_INTEGER
    list.addCue(new VTTCue(startSeconds, end, title))
  })
  // The change of mode is what tells the controls that the cues are there.
  list.mode = 'hidden'
}
