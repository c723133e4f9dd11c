import { render } from 'preact'
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
const root = document.getElementById('app')
// Not awaited for English, which is there: the page is drawn at once.
const language = startLanguage()
const draw = () => root !== null && render(<App />, root)
if (language === null) draw()
else void language.finally(draw)
keepOfflinePage()
