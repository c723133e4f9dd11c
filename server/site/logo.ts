import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SiteSettings } from '../../contract/site.ts'
import { largestLogoBytes } from '../../contract/site-defaults.ts'
import { settingsWords } from '../../contract/words/settings.ts'
import { audit } from '../audit/audit.ts'
import { MatineeError } from '../errors.ts'
import type { Services } from '../services.ts'
import { lockSettings, type SettingsDeps, settingsAnswer, storeSettings } from './save-settings.ts'

const words = settingsWords.in('en')

/** ffmpeg's readers of the pictures that are taken, by how their files begin. */
function readerOf(bytes: Buffer): string | null {
  if (bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n') return 'png_pipe'
  if (bytes.subarray(0, 3).toString('latin1') === '\xff\xd8\xff') return 'jpeg_pipe'
  const riff = bytes.subarray(0, 4).toString('latin1') === 'RIFF'
  return riff && bytes.subarray(8, 12).toString('latin1') === 'WEBP' ? 'webp_pipe' : null
}

const isSvg = (bytes: Buffer) => /<svg[\s>]/i.test(bytes.subarray(0, 64 * 1024).toString('utf8'))

const mostPixels = 8000 * 8000
/** As high as the pages show it, twice. */
const logoFilter = "scale='min(iw,640)':'min(ih,128)':force_original_aspect_ratio=decrease"
const iconFilter =
  'scale=512:512:force_original_aspect_ratio=decrease,format=rgba,pad=512:512:(ow-iw)/2:(oh-ih)/2:color=black@0'

/** Decodes a picture and encodes it anew, so that nothing but the picture is left of the file. */
async function encodeAnew({ ffmpeg }: Pick<Services, 'ffmpeg'>, bytes: Buffer, reader: string) {
  const folder = await mkdtemp(join(tmpdir(), 'matinee-logo-'))
  const output = (filter: string, name: string) => [
    ...['-map', '0:v:0', '-frames:v', '1', '-vf', `${filter},format=rgba`],
    ...['-map_metadata', '-1', '-f', 'image2', '-c:v', 'png', name],
  ]
  try {
    await writeFile(join(folder, 'given'), bytes)
    const input = ['-protocol_whitelist', 'file', '-max_pixels', String(mostPixels), '-f', reader]
    await ffmpeg.run(
      [
        ...[...input, '-i', 'given'],
        ...output(logoFilter, 'logo.png'),
        ...output(iconFilter, 'icon.png'),
      ],
      { cwd: folder, limits: { seconds: 20, fileBytes: 8 * 2 ** 20 } },
    )
    const [logo, icon] = await Promise.all(
      ['logo.png', 'icon.png'].map((name) => readFile(join(folder, name))),
    )
    return { logo: new Uint8Array(logo ?? []), icon: new Uint8Array(icon ?? []) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type LogoDeps = SettingsDeps & Pick<Services, 'ffmpeg' | 'log'>

/**
 * Takes a picture as the logo of the site.
 *
 * @throws MatineeError BAD_REQUEST, TOO_LARGE with what to do
 */
export async function saveLogo(
  deps: LogoDeps,
  actorId: string,
  bytes: Buffer,
): Promise<SiteSettings> {
  if (bytes.length > largestLogoBytes) {
    throw new MatineeError('TOO_LARGE', { detail: words('logoTooLarge') })
  }
  const reader = readerOf(bytes)
  if (reader === null) {
    const detail = words(isSvg(bytes) ? 'logoSvg' : 'logoNoPicture')
    throw new MatineeError('BAD_REQUEST', { detail })
  }
  // Where there is no ffmpeg at all, it says so by itself.
  await deps.ffmpeg.tools()
  const made = await encodeAnew(deps, bytes, reader).catch((err: unknown) => {
    deps.log.info({ err }, 'a logo could not be read')
    throw new MatineeError('BAD_REQUEST', { detail: words('logoNoPicture'), cause: err })
  })
  return change(deps, actorId, 'logo.changed', async (tx) => {
    await tx.siteLogo.upsert({ where: { only: true }, create: made, update: made })
    return true
  })
}

export const removeLogo = (deps: SettingsDeps, actorId: string): Promise<SiteSettings> =>
  change(deps, actorId, 'logo.removed', async (tx) => {
    await tx.siteLogo.deleteMany()
    return false
  })

async function change(
  { database, clock, settings }: SettingsDeps,
  actorId: string,
  action: string,
  write: (tx: Parameters<typeof lockSettings>[0]) => Promise<boolean>,
): Promise<SiteSettings> {
  const stored = await database.$transaction(async (tx) => {
    const before = await lockSettings(tx)
    const logoVersion = (await write(tx)) ? before.version + 1 : null
    await audit(tx, { actorId, action, subject: 'site' })
    return storeSettings(tx, { ...before, logoVersion }, clock.now())
  })
  settings.learned(stored)
  return settingsAnswer(stored)
}
