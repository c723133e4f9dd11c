import type { Page } from 'playwright-core'
import type { MatineePlayer } from '../../../../player/element/matinee-player.ts'
import type { View } from '../../../../player/element/states.ts'
import { until } from '../../../until.ts'

/** What the player says of itself at one moment. */
export interface Glimpse {
  view: View
  time: number
  paused: boolean
  /** Seconds of picture ahead of the current time. */
  ahead: number
  frames: number
}

/** A viewer before a page with the player in it. */
export class Viewer {
  readonly page: Page
  readonly address: string
  /** Everything the console and the content security policy complained about. */
  readonly complaints: string[] = []
  /** Every panel that was ever shown, by its kind. */
  readonly panels: string[] = []

  constructor(page: Page, address: string) {
    this.page = page
    this.address = address
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    page.on('console', (message) => {
      // Requests that fail are the subject of many tests, not a complaint.
      const text = message.text()
      if (message.type() === 'error' && !text.startsWith('Failed to load resource')) {
        this.complaints.push(text)
      }
    })
  }

  /** Puts a player on the page and lets it begin. */
  async sitDown(attributes: Record<string, string> = {}): Promise<void> {
    await this.page.exposeFunction('panelShown', (kind: string) => this.panels.push(kind))
    await this.page.goto(this.address)
    await this.page.evaluate(
      async (given) => {
        document.addEventListener('matinee-state', (event) => {
          const { view } = (event as CustomEvent<{ view: View }>).detail
          const { panelShown } = window as unknown as { panelShown: (kind: string) => void }
          if (view.panel !== null) panelShown(view.panel.kind)
        })
        const script = document.createElement('script')
        script.type = 'module'
        script.src = '/matinee-player.js'
        document.head.append(script)
        const player = document.createElement('matinee-player')
        for (const [name, value] of Object.entries(given)) player.setAttribute(name, value)
        document.body.append(player)
        await customElements.whenDefined('matinee-player')
      },
      { 'video-id': 'film', autoplay: '', engine: 'hls.js', ...attributes },
    )
  }

  glimpse(): Promise<Glimpse> {
    return this.page.evaluate(() => {
      const { video, view } = document.querySelector('matinee-player') as MatineePlayer
      const { buffered, currentTime: time } = video
      let ahead = 0
      for (let i = 0; i < buffered.length; i++) {
        if (buffered.start(i) <= time + 0.1 && time < buffered.end(i))
          ahead = buffered.end(i) - time
      }
      const frames = video.getVideoPlaybackQuality().totalVideoFrames
      return { view, time, paused: video.paused, ahead, frames }
    })
  }

  /** Waits until `seen` is true of the player. */
  async until(what: string, seen: (glimpse: Glimpse) => boolean, seconds = 20): Promise<Glimpse> {
    let now: Glimpse | undefined
    const told = () => `${what}; last seen ${JSON.stringify(now)}; ${this.complaints.at(0) ?? ''}`
    const look = async () => {
      now = await this.glimpse()
      return seen(now) && now
    }
    return until(told, look, { seconds, everyMs: 50 })
  }

  /** Waits until the picture has moved on by `seconds`. */
  async watch(seconds: number): Promise<Glimpse> {
    const { time } = await this.glimpse()
    return this.until(`${seconds} more seconds`, (now) => now.time >= time + seconds, seconds + 20)
  }

  /** The panel on screen, as a viewer reads it. */
  async panel(kind: string): Promise<{ title: string; text: string; buttons: string[] }> {
    await this.until(`the panel ${kind}`, ({ view }) => view.panel?.kind === kind)
    const panel = this.page.locator('matinee-player .panel')
    return {
      title: (await panel.locator('h2').textContent()) ?? '',
      text: (await panel.locator('p').textContent()) ?? '',
      buttons: await panel.getByRole('button').allTextContents(),
    }
  }

  press(button: string): Promise<void> {
    return this.page.locator('matinee-player').getByRole('button', { name: button }).click()
  }

  /** Notes down the details of the next events of this type. */
  async listen(type: string): Promise<() => Promise<unknown[]>> {
    const handle = await this.page.evaluateHandle((name) => {
      const heard: unknown[] = []
      document.addEventListener(name, (event) => heard.push((event as CustomEvent).detail))
      return heard
    }, type)
    return () => handle.jsonValue()
  }

  play(): Promise<void> {
    return this.page.evaluate(() =>
      // The player may answer with a pause: that is for the test to see.
      (document.querySelector('matinee-player') as MatineePlayer).video
        .play()
        .catch(() => undefined),
    )
  }

  pause(): Promise<void> {
    return this.page.evaluate(() =>
      (document.querySelector('matinee-player') as MatineePlayer).video.pause(),
    )
  }

  seek(seconds: number): Promise<void> {
    return this.page.evaluate((to) => {
      const { video } = document.querySelector('matinee-player') as MatineePlayer
      video.currentTime = to
    }, seconds)
  }
}
