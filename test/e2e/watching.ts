import type { Page } from 'playwright-core'
import { until } from '../fixtures/until.ts'

/** What the picture is like now. */
export interface Picture {
  seconds: number
  paused: boolean
  width: number
  /** A hash of what is drawn. */
  look: number
}

/** Looks at the player's video; undefined while there is no picture. */
export function picture(page: Page): Promise<Picture | undefined> {
  return page.evaluate(() => {
    const player = document.querySelector('matinee-player') as { video?: HTMLVideoElement } | null
    const video = player?.video
    if (!video || video.readyState < 2 || video.videoWidth === 0) return undefined
    const canvas = document.createElement('canvas')
    canvas.width = 64
    canvas.height = 36
    const context = canvas.getContext('2d')
    context?.drawImage(video, 0, 0, 64, 36)
    const pixels = context?.getImageData(0, 0, 64, 36).data ?? []
    let look = 0
    for (const value of pixels) look = (look * 31 + value) | 0
    return { seconds: video.currentTime, paused: video.paused, width: video.videoWidth, look }
  })
}

/** Waits until the film has moved on by `seconds` and looks different. */
export async function watchFor(page: Page, seconds: number): Promise<Picture[]> {
  const first = await until('the first picture', () => picture(page), {
    seconds: 30,
    everyMs: 100,
  })
  const later = async () => {
    const now = await picture(page)
    return now && now.seconds >= first.seconds + seconds && now.look !== first.look && now
  }
  const last = await until(`${seconds} s of film`, later, { seconds: seconds + 30, everyMs: 100 })
  return [first, last]
}

/** Presses play unless it plays already. */
export async function play(page: Page): Promise<void> {
  await page.locator('matinee-player').waitFor()
  await page.evaluate(() => {
    const player = document.querySelector('matinee-player') as { video?: HTMLVideoElement } | null
    return player?.video?.play()
  })
}
