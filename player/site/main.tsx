import { render } from 'preact'
import { App } from './app.tsx'
import { startScrollMemory } from './layout/scroll-memory.ts'
import { startSession } from './session.ts'

startSession()
startScrollMemory()
const root = document.getElementById('app')
if (root !== null) render(<App />, root)
