import { render } from 'preact'
import { App } from './app.tsx'
import { startSession } from './session.ts'

startSession()
const root = document.getElementById('app')
if (root !== null) render(<App />, root)
