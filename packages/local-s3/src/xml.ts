export type XmlValue = string | number | boolean | XmlNode | readonly XmlValue[] | undefined
export interface XmlNode {
  readonly [name: string]: XmlValue
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Line breaks and tabs too, which a parser would otherwise fold. */
const escapeText = (text: string): string =>
  text
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be escaped
    .replaceAll(/[\u0000-\u001f\u007f]/g, (control) => `&#${control.charCodeAt(0)};`)

function element(name: string, value: XmlValue): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('')
  const inner = typeof value === 'object' ? children(value as XmlNode) : escapeText(String(value))
  return `<${name}>${inner}</${name}>`
}

const children = (node: XmlNode): string =>
  Object.entries(node)
    .map(([name, value]) => element(name, value))
    .join('')

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
export const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/'

export const document = (name: string, node: XmlNode): string => declaration + element(name, node)

/** A document in S3's namespace, as every answer but an error is. */
export const s3Document = (name: string, node: XmlNode): string =>
  `${declaration}<${name} xmlns="${namespace}">${children(node)}</${name}>`
