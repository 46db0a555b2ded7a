/** Searches every file of a browser's profile for texts and bytes that must not be there. @module */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** What is searched, by the name that a find is told under. */
export type Wanted = Readonly<Record<string, string | Buffer>>

// Where a log's block, a database's page or a compressor's copy cuts a value in two, one of its pieces is still whole.
const PIECE_BYTES = 12
const PIECE_STEP = 8
// The first characters of base64 that hold nothing of the bytes before, by how many of those there are.
const FIRST_OWN_CHARACTER = [0, 2, 3] as const

/**
 * Which of the wanted things stand in the folder's files, as `name in file`: as bytes, UTF-8, UTF-16LE, hexadecimal, or
 * base64 of either alphabet and any alignment. Snappy and LZ4, by which browsers compress, leave random text as it is.
 */
export async function searchProfile(folder: string, wanted: Wanted): Promise<readonly string[]> {
  const needles = Object.entries(wanted).flatMap(([name, value]) =>
    needlesFor(value).map((needle) => ({ name, needle })),
  )
  const found = new Set<string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const content = await readFile(path)
    for (const { name, needle } of needles) {
      if (content.includes(needle)) found.add(`${name} in ${relative(folder, path)}`)
    }
  }
  return [...found]
}

function needlesFor(value: string | Buffer): readonly Buffer[] {
  const bytes = Buffer.from(value)
  const pieces: Buffer[] = []
  for (let start = 0; start + PIECE_BYTES <= bytes.length; start += PIECE_STEP) {
    pieces.push(bytes.subarray(start, start + PIECE_BYTES))
  }
  if (pieces.length === 0) throw new Error(`Nothing shorter than ${PIECE_BYTES} bytes can be searched.`)
  return pieces.flatMap((piece) => [
    piece,
    Buffer.from(piece.toString('latin1'), 'utf16le'),
    Buffer.from(piece.toString('hex')),
    ...FIRST_OWN_CHARACTER.flatMap((_, before) => [
      inBase64(piece, before, 'base64'),
      inBase64(piece, before, 'base64url'),
    ]),
  ])
}

function inBase64(piece: Buffer, before: number, alphabet: 'base64' | 'base64url'): Buffer {
  const whole = Math.floor(((before + piece.length) * 8) / 6)
  const text = Buffer.concat([Buffer.alloc(before), piece]).toString(alphabet)
  return Buffer.from(text.slice(FIRST_OWN_CHARACTER[before], whole))
}
