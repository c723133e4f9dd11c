import type { StudioVideo } from '../../../contract/studio.ts'
import { timeCode } from '../../../contract/words/format.ts'
import { studioWords } from '../../../contract/words/studio.ts'

type Chapters = StudioVideo['chapters']

/** "0:00 The last house", one chapter a line. */
export const chapterLines = (chapters: Chapters): string =>
  chapters.map(({ startSeconds, title }) => `${timeCode(startSeconds)} ${title}`).join('\n')

const line = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})\s+(\S.*)$/

/** Reads such lines back. @returns the chapters, or what is wrong, naming the line */
export function readChapters(text: string): Chapters | string {
  const chapters: Chapters = []
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue
    const [, hours = '0', minutes = '', seconds = '', title = ''] = line.exec(written.trim()) ?? []
    if (title === '' || Number(seconds) > 59) {
      return studioWords('wrongChapter', { line: index + 1 })
    }
    const startSeconds = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
    chapters.push({ startSeconds, title: title.trim() })
  }
  return chapters
}
