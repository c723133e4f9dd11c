import { render } from 'preact'
import { startSession } from '../ui/session.ts'
import { App } from './app.tsx'
import { startScrollMemory } from './layout/scroll-memory.ts'

startSession()
startScrollMemory()
const root = document.getElementById('app')
if (root !== null) render(<App />, root)
