/** The outside of a PEM: its label, headers and bytes, read with patience for how they were copied. @module */
import { fromBase64 } from '../base64.ts'
import { damaged, excessive, noPem } from './pem-errors.ts'

/** A PEM without its armour. */
export interface Armoured {
  /** Such as `RSA PRIVATE KEY`. */
  readonly label: string
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Uint8Array<ArrayBuffer>
}

const MAX_LENGTH = 64 * 1024
const BEGIN = /-----BEGIN ([A-Z0-9 ]{1,40})-----/
// A line break; or one that stands as backslash and letters, where JSON was unpacked once too little.
const LINE_BREAK = /\r\n|\r|\n|\\r\\n|\\n|\\r/
const HEADER = /^([A-Za-z][A-Za-z0-9-]*)\s*:\s*(.*)$/

/**
 * Reads the first PEM in a text.
 *
 * Text around it, CRLF, literal `\n`, indentation and a missing blank line after the headers are tolerated.
 *
 * @throws PluginError `bad-answer` where there is none, `invalid` where it is damaged, `unsafe` where it is too long.
 */
export function readArmour(text: string): Armoured {
  if (text.length > MAX_LENGTH) throw excessive(`${text.length} > ${MAX_LENGTH}`)
  const begin = BEGIN.exec(text)
  const label = begin?.[1]
  if (begin === null || label === undefined) throw noPem()
  const start = begin.index + begin[0].length
  const end = text.indexOf(`-----END ${label}-----`, start)
  if (end === -1) throw damaged()
  const headers = new Map<string, string>()
  const encoded: string[] = []
  for (const line of text.slice(start, end).split(LINE_BREAK)) {
    const [, name, value] = HEADER.exec(line.trim()) ?? []
    if (name === undefined || value === undefined) encoded.push(line)
    else headers.set(name.toLowerCase(), value.trim())
  }
  const body = fromBase64(encoded.join('').replace(/\s/g, ''))
  if (body === undefined) throw damaged()
  return { label, headers, body }
}
