/** The pages of the documentation: their files, titles and first sentences. @module */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the pages are. */
export const DOCS = fileURLToPath(new URL('..', import.meta.url))
/** What TypeDoc writes; it is there only after a build. */
export const GENERATED = 'reference/api'
const OTHERS = ['node_modules', 'dist', '.vitepress', GENERATED]

/** A page. */
export interface Page {
  /** From the documentation's folder, with slashes. */
  readonly path: string
  readonly text: string
  readonly title: string
  /** The first sentence below the title, without marks. */
  readonly summary: string
}

/** Every page that is written by hand. */
export function readPages(): readonly Page[] {
  const paths = globSync('**/*.md', { cwd: DOCS, exclude: (path) => OTHERS.includes(path.replaceAll('\\', '/')) })
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map(readPage)
}

function readPage(path: string): Page {
  const text = readFileSync(join(DOCS, path), 'utf8')
  const [, title = '', rest = ''] = /^# (.+)\n+([\s\S]*)$/.exec(text) ?? []
  const paragraph = (rest.split(/\n{2,}/, 1)[0] ?? '').replaceAll('\n', ' ')
  return { path, text, title: plain(title), summary: plain(/^.*?\.(?=\s|$|\*\*)/.exec(paragraph)?.[0] ?? paragraph) }
}

/** A text without Markdown's marks for links, code and stress. */
function plain(text: string): string {
  return text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[*`]/g, '')
}
