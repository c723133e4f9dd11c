import { render } from 'preact'
import { breathe } from '../element/breathe.ts'
import { startGoingBack } from '../ui/going-back.ts'
import { startLanguage } from '../ui/language.ts'
import { startSession } from '../ui/session.ts'
import { App } from './app.tsx'
import { beginEarly } from './begin-early.ts'
import { keepOfflinePage } from './keep-offline-page.ts'
import { startScrollMemory } from './layout/scroll-memory.ts'

startSession()
beginEarly(new URL(location.href))
startGoingBack()
startScrollMemory()

async function draw(): Promise<void> {
  const root = document.getElementById('app')
  await breathe()
  if (root !== null) render(<App />, root)
  keepOfflinePage()
}

void (startLanguage() ?? Promise.resolve()).finally(draw)
