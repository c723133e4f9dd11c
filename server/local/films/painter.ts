import { parentPort, workerData } from 'node:worker_threads'
import { composeFilm } from './compose.ts'
import { filmNamed } from './repertoire.ts'

// Painting takes a second or two of arithmetic: in a thread of its own it holds up no request.
const { name, folder } = workerData as { name: string; folder: string }
parentPort?.postMessage(await composeFilm(filmNamed(name), folder))
