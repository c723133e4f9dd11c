import type { ActiveStream } from '../../../contract/playback.ts'
import { deviceName } from '../../../contract/words/format.ts'
import { playerWords } from '../../../contract/words/player.ts'
import { type Choice, offerButtons } from './offer-buttons.ts'
import type { Action, Panel } from './panels.ts'

export interface OverlayHandlers {
  onAction: (action: Action) => void
  onOffer: (choice: Choice) => void
  onStopStream: (stream: ActiveStream) => void
}

/** Draws a panel: why the picture has stopped, and the buttons that lead on. */
export function drawPanel(panel: Panel, handlers: OverlayHandlers): HTMLElement {
  const box = element('section', {
    class: 'panel',
    'aria-labelledby': 'panel-title',
    tabindex: '-1',
  })
  const title = element('h2', { id: 'panel-title' }, panel.title)
  const text = element('p', {}, panel.text)
  box.append(title, text, ...streamList(panel.streams, handlers), ...buttons(panel, handlers))
  return box
}

function buttons({ kind, offers, actions }: Panel, handlers: OverlayHandlers): HTMLElement[] {
  const choices = offers
    .flatMap((offer) => offerButtons(offer))
    .map(({ label, hint, ...chosen }) => {
      const choice = button(label, () => handlers.onOffer(chosen), 'offer')
      if (hint) choice.append(element('small', {}, hint))
      return choice
    })
  const next = actions.map((action) =>
    button(action.label, () => handlers.onAction(action), 'action'),
  )
  // The first one stands out: signing in for strangers, else the best offer.
  const all = kind === 'sign-in' ? [...next, ...choices] : [...choices, ...next]
  return all.length === 0 ? [] : [element('div', { class: 'choices' }, ...all)]
}

function streamList(streams: ActiveStream[], handlers: OverlayHandlers): HTMLElement[] {
  if (streams.length === 0) return []
  const items = streams.map((stream) => {
    const name = stream.deviceName ? deviceName(stream.deviceName) : playerWords('aDevice')
    const stop = button(playerWords('stop'), () => handlers.onStopStream(stream), 'stop')
    stop.setAttribute('aria-label', playerWords('stopDevice', { device: name }))
    const what = stream.title ? element('small', {}, stream.title) : ''
    return element('li', {}, element('span', {}, name, what), stop)
  })
  return [element('ul', { class: 'streams' }, ...items)]
}

export function button(label: string, onClick: () => void, className = ''): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className }, label)
  made.addEventListener('click', onClick)
  return made
}

/** An element with its attributes and its children, text included. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.append(...children)
  return made
}
