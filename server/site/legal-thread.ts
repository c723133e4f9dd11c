import { parentPort, workerData } from 'node:worker_threads'
import { legalHtml } from './legal-html.ts'

// Started by render-legal.ts for one text.
parentPort?.postMessage(legalHtml(String(workerData)))
