import type { AuditAction } from '../../contract/audit-actions.ts'
import type { SiteSettings } from '../../contract/site.ts'
import { largestLogoBytes } from '../../contract/site-defaults.ts'
import { settingsWords } from '../../contract/words/settings.ts'
import { audit } from '../audit/audit.ts'
import { encodePicture, isPictureFault, pictureReader } from '../clients/pictures.ts'
import { MatineeError } from '../errors.ts'
import type { Services } from '../services.ts'
import { lockSettings, type SettingsDeps, settingsAnswer, storeSettings } from './save-settings.ts'

const isSvg = (bytes: Buffer) => /<svg[\s>]/i.test(bytes.subarray(0, 64 * 1024).toString('utf8'))

/** As high as the pages show it, twice. */
const logoFilter = "scale='min(iw,640)':'min(ih,128)':force_original_aspect_ratio=decrease"
const iconFilter =
  'scale=512:512:force_original_aspect_ratio=decrease,format=rgba,pad=512:512:(ow-iw)/2:(oh-ih)/2:color=black@0'

async function encodeLogo({ ffmpeg }: Pick<Services, 'ffmpeg'>, bytes: Buffer, reader: string) {
  const outputs = [logoFilter, iconFilter].map((filter) => ({
    ...{ filter: `${filter},format=rgba`, codec: 'png' as const },
  }))
  const [logo = [], icon = []] = await encodePicture(ffmpeg, bytes, reader, outputs)
  return { logo: new Uint8Array(logo), icon: new Uint8Array(icon) }
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
    throw new MatineeError('TOO_LARGE', { detail: settingsWords('logoTooLarge') })
  }
  const reader = pictureReader(bytes)
  if (reader === null) {
    const detail = settingsWords(isSvg(bytes) ? 'logoSvg' : 'logoNoPicture')
    throw new MatineeError('BAD_REQUEST', { detail })
  }
  // Where there is no ffmpeg at all, it says so by itself.
  await deps.ffmpeg.tools()
  const made = await encodeLogo(deps, bytes, reader).catch((err: unknown) => {
    if (!isPictureFault(err)) throw err
    deps.log.info({ err }, 'a logo could not be read')
    throw new MatineeError('BAD_REQUEST', { detail: settingsWords('logoNoPicture'), cause: err })
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
  action: AuditAction,
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
