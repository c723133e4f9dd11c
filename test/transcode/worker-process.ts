// A worker in a process of its own, for tests that kill it. Takes its settings as JSON; with `dieAt` it
// kills itself, as hard as possible, when it is about to do what is named there.
import { pino } from 'pino'
import { systemClock } from '../../server/clients/clock.ts'
import { openFfmpeg } from '../../server/clients/ffmpeg.ts'
import { readConfig } from '../../server/config.ts'
import { openServices, type Services } from '../../server/services.ts'
import { startWorker } from '../../server/transcode/worker.ts'

const { settings, scratch, storageCredentials, tools, dieAt } = JSON.parse(process.argv[2] ?? '{}')
const services = await openServices(readConfig(settings), {
  clock: systemClock,
  storageCredentials,
  ffmpeg: openFfmpeg({}, tools),
  log: pino({ level: 'silent' }),
})

const dieIf = (what: string) => {
  if (dieAt !== undefined && what.includes(dieAt)) process.kill(process.pid, 'SIGKILL')
}

const mortal: Services = {
  ...services,
  storage: {
    ...services.storage,
    getToFile: async (key, path, options) => {
      const onProgress = () => dieIf('download')
      return services.storage.getToFile(key, path, { ...options, onProgress })
    },
    putFile: async (key, path, options) => {
      dieIf(key)
      return services.storage.putFile(key, path, options)
    },
  },
  ffmpeg: {
    ...services.ffmpeg,
    probe: async (args, options) => {
      dieIf('probe')
      return services.ffmpeg.probe(args, options)
    },
    run: async (args, options) => {
      if (args.includes('libx264')) dieIf('encode')
      return services.ffmpeg.run(args, options)
    },
  },
}
await startWorker(mortal, { scratch, preset: 'superfast' })
console.log('working')
