/**
 * A strict reader of the little XML that servers answer with: elements, attributes and text.
 *
 * Hand-written because a service worker has no parser, and libraries read what has no place here: document types with
 * their own entities, and documents of any depth and size. Every pattern is tried at one place and never goes back over
 * what was read, so that time grows with the text alone.
 *
 * @module
 */

/** An element; its text is that which stands directly in it, without white space around. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** An element that is not closed yet. */
interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  text: string
}

const MOST_ELEMENTS = 100_000
const DEEPEST = 32
const MOST_ATTRIBUTES = 64
// What XML 1.0 (2.2) leaves out.
const FORBIDDEN_CHARACTER = /[^\P{Cc}\t\n\r\x7f-\x9f]|[\ufffe\uffff]|\p{Cs}/u
const DECLARATION = /^\ufeff?\s*(?:<\?xml\s[^<>?]*\?>)?/
// More than XML allows in names, since metadata are called as their makers like; less than could end a tag.
const NAME = '[^\\s<>/="\'&!?;#]+'
const ATTRIBUTE = `\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`
const TOKEN = new RegExp(
  [
    '(?<text>[^<]+)',
    `</(?<closing>${NAME})\\s*>`,
    `<(?<opening>${NAME})(?<attributes>(?:${ATTRIBUTE}){0,${MOST_ATTRIBUTES}})\\s*(?<empty>/?)>`,
    '<!\\[CDATA\\[(?<raw>[\\s\\S]*?)\\]\\]>',
    '<!--[\\s\\S]*?-->',
  ].join('|'),
  'uy',
)
const EACH_ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'gu')
const STRANGE_REFERENCE = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/i
const REFERENCE = /&(?:([a-z]+)|#(\d+)|#x([\da-f]+));/gi
const ENTITIES: ReadonlyMap<string | undefined, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * Reads a document.
 *
 * @returns its outermost element, or `undefined` for anything but a whole document of elements and text.
 * @example
 * readXml('<response><returncode>SUCCESS</returncode></response>')?.children[0]?.text // 'SUCCESS'
 */
export function readXml(document: string): XmlElement | undefined {
  if (FORBIDDEN_CHARACTER.test(document)) return undefined
  const top: Open = { name: '', attributes: new Map(), children: [], text: '' }
  const open: Open[] = [top]
  let count = 0
  TOKEN.lastIndex = DECLARATION.exec(document)?.[0].length ?? 0
  while (TOKEN.lastIndex < document.length) {
    const parts = TOKEN.exec(document)?.groups
    const innermost = open.at(-1)
    if (parts === undefined || innermost === undefined) return undefined
    if (parts.opening !== undefined) count += 1
    if (count > MOST_ELEMENTS || !take(parts, open, innermost)) return undefined
  }
  const [root, another] = top.children
  return open.length === 1 && another === undefined && top.text.trim() === '' ? root : undefined
}

/** Takes one token into what is open; `false` where it has no place there. */
function take(parts: Readonly<Record<string, string | undefined>>, open: Open[], innermost: Open): boolean {
  const { text, raw, closing, opening, attributes: written = '', empty } = parts
  if (text !== undefined || raw !== undefined) {
    const said = raw ?? decoded(text ?? '')
    innermost.text += said ?? ''
    return said !== undefined
  }
  if (closing !== undefined) {
    if (open.length === 1 || innermost.name !== closing) return false
    open.pop()
    open.at(-1)?.children.push({ ...innermost, text: innermost.text.trim() })
    return true
  }
  // A comment.
  if (opening === undefined) return true
  const attributes = attributesIn(written)
  if (attributes === undefined || open.length > DEEPEST) return false
  if (empty === '/') innermost.children.push({ name: opening, attributes, children: [], text: '' })
  else open.push({ name: opening, attributes, children: [], text: '' })
  return true
}

function attributesIn(written: string): ReadonlyMap<string, string> | undefined {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of written.matchAll(EACH_ATTRIBUTE)) {
    const value = decoded(double ?? single ?? '')
    if (value === undefined || attributes.has(name)) return undefined
    attributes.set(name, value)
  }
  return attributes
}

/** The text with its references resolved; `undefined` where one is none of XML's own, or of no character. */
function decoded(text: string): string | undefined {
  if (STRANGE_REFERENCE.test(text)) return undefined
  let isKnown = true
  const result = text.replace(REFERENCE, (_, entity?: string, decimal?: string, hex?: string) => {
    const character = entity === undefined ? characterOf(Number(decimal ?? `0x${hex}`)) : ENTITIES.get(entity)
    isKnown &&= character !== undefined
    return character ?? ''
  })
  return isKnown ? result : undefined
}

function characterOf(code: number): string | undefined {
  if (!(code > 0 && code <= 0x10ffff)) return undefined
  const character = String.fromCodePoint(code)
  return FORBIDDEN_CHARACTER.test(character) ? undefined : character
}
