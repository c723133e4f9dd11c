import { type FfmpegSettings, type FfmpegTools, findFfmpeg } from './ffmpeg-find.ts'
import { readProgress } from './ffmpeg-progress.ts'
import { type ProgramLimits, runProgram } from './run-program.ts'

export interface FfmpegRun {
  cwd: string
  signal?: AbortSignal
  limits?: Partial<ProgramLimits>
  /** Seconds of output that are done. */
  onProgress?: (seconds: number) => void
  /** Gives way to whatever else runs on the machine. */
  background?: boolean
  /** How many of its last lines are of interest. */
  keptLines?: number
}

export interface Ffmpeg {
  /** The tools that are used, found and tried out on first use. */
  tools(): Promise<FfmpegTools>
  /**
   * Runs ffmpeg. Arguments before the inputs (`-nostdin` and the like) are added here.
   *
   * @returns the last lines of its log
   * @throws ProgramFailed
   */
  run(args: string[], options: FfmpegRun): Promise<string[]>
  /**
   * Runs ffprobe and parses the JSON that it prints.
   *
   * @throws ProgramFailed, also when the answer is too long or is no JSON
   */
  probe(args: string[], options: Pick<FfmpegRun, 'cwd' | 'signal' | 'limits'>): Promise<unknown>
  /**
   * Runs ffprobe for as long as it takes and hands over each line that it prints, values with commas
   * between, so that no answer is too long.
   *
   * @throws ProgramFailed
   */
  probeLines(
    args: string[],
    options: Pick<FfmpegRun, 'cwd' | 'signal'> & { onLine: (line: string) => void },
  ): Promise<void>
}

/** An encode of a whole ladder stays below these by far; a hostile file does not. */
const usualLimits: ProgramLimits = {
  seconds: 6 * 3600,
  memoryBytes: 8 * 2 ** 30,
  fileBytes: 64 * 2 ** 30,
  stdoutBytes: 64 * 2 ** 20,
}
const probeLimits: ProgramLimits = {
  cpuSeconds: 30,
  seconds: 600,
  memoryBytes: 2 * 2 ** 30,
  fileBytes: 2 ** 20,
  stdoutBytes: 2 * 2 ** 20,
}

/**
 * What may be opened: local files in containers that carry films, and pipes. Playlists, scripts and
 * concatenations, which name further files or addresses, are no films.
 */
export const inputLimits = [
  ['-protocol_whitelist', 'file,pipe'],
  ['-format_whitelist', 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm'],
].flat()

/**
 * Opens nothing: the tools are looked for when they are first needed.
 *
 * @param known tools that were found and tried out before
 */
export function openFfmpeg(settings: FfmpegSettings = {}, known?: FfmpegTools): Ffmpeg {
  let found = known && Promise.resolve(known)
  const tools = () => {
    found ??= findFfmpeg(settings).catch((error) => {
      found = undefined
      throw error
    })
    return found
  }
  return {
    tools,
    async run(args, { cwd, signal, limits, onProgress, keptLines, background = true }) {
      const { ffmpeg, isolation } = await tools()
      const start = ['-nostdin', '-hide_banner', '-nostats', '-loglevel', 'level+warning', '-y']
      const progress = ['-progress', 'pipe:1', '-stats_period', '0.5']
      return runProgram(ffmpeg, [...start, ...progress, ...args], {
        ...{ cwd, isolation },
        ...(signal && { signal }),
        ...(keptLines && { keptLines }),
        background,
        limits: { ...usualLimits, ...limits },
        onLine: (line) => {
          const seconds = readProgress(line)
          if (seconds !== null) onProgress?.(seconds)
        },
      })
    },
    async probe(args, { cwd, signal, limits }) {
      const { ffprobe, isolation } = await tools()
      const lines: string[] = []
      const start = ['-hide_banner', '-loglevel', 'level+error', '-print_format', 'json']
      await runProgram(ffprobe, [...start, ...args], {
        ...{ cwd, isolation },
        ...(signal && { signal }),
        limits: { ...probeLimits, ...limits },
        onLine: (line) => lines.push(line),
      })
      return JSON.parse(lines.join('\n'))
    },
    async probeLines(args, { cwd, signal, onLine }) {
      const { ffprobe, isolation } = await tools()
      const start = ['-hide_banner', '-loglevel', 'level+error', '-print_format', 'csv=p=0']
      await runProgram(ffprobe, [...start, ...args], {
        ...{ cwd, isolation, onLine, background: true },
        ...(signal && { signal }),
        limits: { ...probeLimits, seconds: 3600, cpuSeconds: 3600, stdoutBytes: 2 * 2 ** 30 },
      })
    },
  }
}
