import { isIP } from 'node:net'
import { parsedUrl } from './parsed-url.ts'

/** Why a value does not have the form that is wanted, and what to write instead; null when it has. */
export type Form = (value: string) => string | null

/** Whether `range` is an address such as 10.0.0.1, or a range such as 10.0.0.0/8. */
function isRange(range: string): boolean {
  const [address = '', bits] = range.split('/', 2)
  const family = isIP(address)
  if (family === 0 || range.split('/').length > 2) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

export const ranges: Form = (list) => {
  if (/,\s|\s,/.test(list))
    return 'has a space in it: ranges stand with nothing but a comma between them'
  return list.split(',').every(isRange) ? null : 'names something that is not an address range'
}

/** Whom flaws are told, as RFC 9116 has it, or a bare mail address. */
export const contact: Form = (value) =>
  /^(https:\/\/|mailto:[^\s@]+@|tel:\+?\d)\S*$/.test(value) || /^[^\s:@]+@[^\s@]+$/.test(value)
    ? null
    : 'is neither a mail address nor a page that begins with https://'

/** An address of http without anything behind the host; as URLs are made of it, a slash may end it. */
export const origin: Form = (value) => {
  const url = /^https?:\/\//.test(value) ? parsedUrl(value) : null
  if (url === null || /\s/.test(value)) return 'is no address that begins with http:// or https://'
  if (url.username !== '' || url.password !== '') return 'has a user or password in it'
  if (url.pathname !== '/' || /[?#]/.test(value)) {
    return `has something behind the host: write ${url.origin}`
  }
  return null
}

/** As `origin`, in the letters in which browsers name it in `Origin`. */
export const browserOrigin: Form = (value) => {
  const url = parsedUrl(value)
  const problem = origin(value)
  if (problem !== null || url === null) return problem
  return url.origin === value ? null : `is not as browsers write it: write ${url.origin}`
}

const inPasswords =
  'in a user or password, write % as %25, / as %2F, # as %23, ? as %3F, @ as %40 and : as %3A'

/** As pg reads it: `postgresql:///name?host=/run/postgresql` has no host, and is right. */
export const databaseUrl: Form = (value) => {
  if (!/^postgres(ql)?:\/\//.test(value)) return 'does not begin with postgresql://'
  const url = parsedUrl(value.replace('@/', '@none/'))
  const undecoded = [url?.username, url?.password].some((part = '') =>
    /%(?![0-9a-f]{2})/i.test(part),
  )
  const [, port] = /:(\d+)(?:[/?]|$)/.exec(value.slice(value.lastIndexOf('@') + 1)) ?? []
  if (Number(port) > 65_535) return `names the port ${port}, and there are 65535`
  if (url === null || undecoded || /[\s#]/.test(value)) return `cannot be read: ${inPasswords}`
  return null
}

export const mailUrl: Form = (value) => {
  if (!/^smtps?:\/\//.test(value)) return 'does not begin with smtp:// or smtps://'
  const url = parsedUrl(value)
  if (url === null || /[\s#]/.test(value)) return `cannot be read: ${inPasswords}`
  return url.hostname === '' ? 'names no host' : null
}

/** An address as `films@films.example`, by itself or as `Films <films@films.example>`. */
export const sender: Form = (value) =>
  /^[^<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/.test(value) ? null : 'is no mail address'

/** What most often gets between a file of settings and its value. */
export function wrapping(value: string): string | null {
  if (value.trim() !== value) return 'begins or ends with a space or a line’s end: take it out'
  const quoted = value.length > 1 && /^(["'“”‘’]).*(["'“”‘’])$/s.test(value)
  return quoted ? 'stands in quotes: take them out' : null
}
