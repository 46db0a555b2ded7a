/** Distinguished names in words, and the identifiers that are used of X.509 (RFC 5280). @module */
import type { RelativeDistinguishedNames } from 'pkijs'

/** Identifiers of name parts, extensions and attributes. */
export const OID = {
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  keyUsage: '2.5.29.15',
  alternativeName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
  extensionRequest: '1.2.840.113549.1.9.14',
} as const

/** The use that a client shows its certificate for (RFC 5280, 4.2.1.12). */
export const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2'
/** Stands for every use. */
export const ANY_USE = '2.5.29.37.0'

const LABELS: Readonly<Record<string, string>> = {
  [OID.commonName]: 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  [OID.organisation]: 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'T',
  '2.5.4.42': 'GN',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'E',
}
const MAX_TEXT = 200
const MAX_PARTS = 30
// Layout, control and direction marks: a name shall not rearrange the words around it.
const UNSEEN = /[\s\p{C}]+/gu

/** A distinguished name as it is shown. */
export interface ShownName {
  /** Its common name, else the first part that it has; empty for an empty name. */
  readonly name: string
  readonly organisation?: string
  /** Every part, such as `CN=Joe Smith, O=Northwind`, the most particular first. */
  readonly text: string
}

/** A distinguished name in words. */
export function shownName({ typesAndValues }: RelativeDistinguishedNames): ShownName {
  const parts = typesAndValues.slice(0, MAX_PARTS).map(({ type, value }) => {
    return { type, text: plain(textOf(value)) }
  })
  const find = (type: string) => parts.findLast((part) => part.type === type && part.text !== '')?.text
  const organisation = find(OID.organisation)
  return {
    name: find(OID.commonName) ?? organisation ?? parts.find(({ text }) => text !== '')?.text ?? '',
    ...(organisation === undefined ? {} : { organisation }),
    text: parts
      .toReversed()
      .map(({ type, text }) => `${LABELS[type] ?? type}=${text}`)
      .join(', '),
  }
}

/** A text from a file on one line, without what is not seen, and not too long. */
export function plain(text: string): string {
  const line = text.replace(UNSEEN, ' ').trim()
  return line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT)}…` : line
}

function textOf(value: { readonly valueBlock: { readonly value?: unknown } }): string {
  return typeof value.valueBlock.value === 'string' ? value.valueBlock.value : ''
}
