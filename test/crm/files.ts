/** The front end's files. They are read once, so no request can name any other file. @module */
import { readdir, readFile } from 'node:fs/promises'
import { extname } from 'node:path'

const FOLDER = new URL('./app/', import.meta.url)
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** A file, ready to be sent. */
export type AppFile = { readonly type: string; readonly content: Buffer }

/** All files of the front end by the path they are served at, such as `/app/main.js`. */
export async function readAppFiles(): Promise<ReadonlyMap<string, AppFile>> {
  const names = await readdir(FOLDER)
  const files = await Promise.all(
    names.map(async (name): Promise<readonly [string, AppFile][]> => {
      const type = TYPES[extname(name)]
      if (type === undefined) return []
      return [[`/app/${name}`, { type, content: await readFile(new URL(name, FOLDER)) }]]
    }),
  )
  return new Map(files.flat())
}
