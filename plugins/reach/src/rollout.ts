/** Reads rollout files and lists of them: what a device wrote for its registration (vendors.md 2.3). @module */

/** What was understood of one device; what is empty the user has to add. */
export interface Rollout {
  readonly remotecontrolId: string
  readonly requestId: string
  readonly rolloutKey: string
  readonly label?: string
  readonly company?: string
  readonly controlType?: string
}

type Row = { readonly [column: string]: string }

const MAX_LENGTH = 4 * 1024 * 1024
const GUID = /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i
const TEAMVIEWER_ID = /^r?\d{1,20}$/i
const SEPARATORS = [',', ';', '\t'] as const

/** The names that people and programs give to columns, without case, blanks and dashes. */
const COLUMNS: Readonly<Record<string, keyof Rollout>> = {
  remotecontrolid: 'remotecontrolId',
  teamviewerid: 'remotecontrolId',
  dyngateid: 'remotecontrolId',
  id: 'remotecontrolId',
  requestid: 'requestId',
  rolloutkey: 'rolloutKey',
  label: 'label',
  name: 'label',
  alias: 'label',
  device: 'label',
  company: 'company',
  firma: 'company',
  controltype: 'controlType',
  keypermissions: 'controlType',
}

/**
 * The devices in a file's text: JSON, CSV with named columns, or lines as devices write them, whose order beyond the first
 * field nobody has documented, so that each value is known by its form.
 */
export function readRollouts(text: string): readonly Rollout[] {
  const content = text
    .slice(0, MAX_LENGTH)
    .replace(/^\ufeff/, '')
    .trim()
  if (content === '') return []
  if (content.startsWith('{') || content.startsWith('[')) {
    const fromJson = rowsOfJson(content)
    if (fromJson !== undefined) return fromJson.map(fromNames).filter(isAny)
  }
  const separator = SEPARATORS.find((candidate) => (content.split('\n', 1)[0] ?? '').includes(candidate)) ?? ','
  const [head = [], ...rest] = rowsOfCsv(content, separator)
  const names = head.map(columnOf)
  // One known name might be a device's own name; two are a head.
  if (names.filter((name) => name !== undefined).length >= 2) {
    return rest
      .map((cells) => fromNames(Object.fromEntries(head.map((name, index) => [name, cells[index] ?? '']))))
      .filter(isAny)
  }
  return [head, ...rest].map(fromForms).filter(isAny)
}

/** Rows with the names that they were given, or `undefined` where it is no JSON: a GUID in braces starts alike. */
function rowsOfJson(content: string): readonly Row[] | undefined {
  try {
    const parsed: unknown = JSON.parse(content)
    const list = Array.isArray(parsed) ? parsed : (Object.values(Object(parsed)).find(Array.isArray) ?? [parsed])
    return list.flatMap((entry: unknown) => {
      if (typeof entry !== 'object' || entry === null) return []
      const texts = Object.entries(entry).filter(([, value]) => ['string', 'number'].includes(typeof value))
      return [Object.fromEntries(texts.map(([name, value]) => [name, String(value)]))]
    })
  } catch {
    return undefined
  }
}

/** Cells of RFC 4180: quoted ones may hold separators, quotes written twice and line ends. */
function rowsOfCsv(content: string, separator: string): readonly (readonly string[])[] {
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r?\\n|\\r|$)`, 'gy')
  const rows: string[][] = [[]]
  for (const [, written = '', end = ''] of content.matchAll(cell)) {
    const isQuoted = written.startsWith('"') && written.length > 1
    rows.at(-1)?.push((isQuoted ? written.slice(1, -1).replaceAll('""', '"') : written).trim())
    if (end === '') break
    if (end !== separator) rows.push([])
  }
  return rows.filter((cells) => cells.some((value) => value !== ''))
}

function fromNames(row: Row): Rollout {
  const found: Partial<Record<keyof Rollout, string>> = {}
  for (const [name, value] of Object.entries(row)) {
    const column = columnOf(name)
    if (column !== undefined && value.trim() !== '') found[column] ??= value.trim()
  }
  return { remotecontrolId: '', requestId: '', rolloutKey: '', ...found }
}

function fromForms(cells: readonly string[]): Rollout {
  const present = cells.filter((value) => value !== '')
  const requestId = present.find((value) => GUID.test(value)) ?? ''
  const remotecontrolId = present.find((value) => TEAMVIEWER_ID.test(value)) ?? ''
  const rolloutKey = present.find((value) => value !== requestId && value !== remotecontrolId) ?? ''
  return { remotecontrolId, requestId, rolloutKey }
}

function columnOf(name: string): keyof Rollout | undefined {
  const plain = name.toLowerCase().replace(/[\s_-]/g, '')
  return Object.hasOwn(COLUMNS, plain) ? COLUMNS[plain] : undefined
}

// Where neither an id nor a request is to be seen, the line is something else: a comment, another file.
function isAny({ remotecontrolId, requestId }: Rollout): boolean {
  return remotecontrolId !== '' || requestId !== ''
}
