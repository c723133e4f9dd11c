/** The browser's own name hides in a crowd of compatible ones: the first match is the true one. */
const browsers: readonly (readonly [sign: RegExp, name: string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/AppleCoreMedia|AppleTV/, 'Apple TV'],
  [/Safari\//, 'Safari'],
]

const systems: readonly (readonly [sign: RegExp, name: string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android.*Mobile/, 'Android phone'],
  [/Android/, 'Android'],
  [/SMART-TV|SmartTV|Tizen|Web0S|webOS/, 'TV'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
]

const first = (table: typeof browsers, userAgent: string) =>
  table.find(([sign]) => sign.test(userAgent))?.[1]

/** "Chrome on Windows", for a viewer who must tell their devices apart; null when there is no telling. */
export function deviceNameOf(userAgent: string | undefined): string | null {
  if (userAgent === undefined) return null
  const browser = first(browsers, userAgent)
  const system = first(systems, userAgent)
  if (browser !== undefined && system !== undefined) return `${browser} on ${system}`
  return browser ?? system ?? null
}
