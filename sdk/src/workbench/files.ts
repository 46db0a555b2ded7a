/** What the workbench gives out: a fixed set of texts by their paths, and no file that a path could name. @module */
import { readdirSync, readFileSync } from 'node:fs'
import { findPackageJSON, stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checks } from '../testing/checks.ts'
import { pageOf } from '../testing/report.ts'
import { checkPage } from './check-page.ts'
import { pageOfBench } from './document.ts'
import { STYLE } from './style.ts'

/** A text, and what it is. */
export interface Given {
  readonly type: string
  readonly text: string
}

/** Sources where this runs from sources, and what is built of them where it was built. */
const ENDING = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
const HTML = 'text/html; charset=utf-8'

/** Every text by its path. */
export function givenFiles(): ReadonlyMap<string, () => Given> {
  const folder = fileURLToPath(new URL('./page/', import.meta.url))
  const scripts = readdirSync(folder).filter((name) => new RegExp(`^[a-z-]+\\${ENDING}$`).test(name))
  return new Map<string, () => Given>([
    ['', () => ({ type: HTML, text: pageOfBench(`page/main${ENDING}`) })],
    ['style.css', () => ({ type: 'text/css; charset=utf-8', text: STYLE })],
    ...scripts.map((name) => [`page/${name}`, () => script(join(folder, name))] as const),
    ...checks.map(({ id }) => [`checks/${id}`, () => ({ type: HTML, text: checkPage(docsOf(id)) })] as const),
  ])
}

function script(path: string): Given {
  const source = readFileSync(path, 'utf8')
  return { type: 'text/javascript; charset=utf-8', text: ENDING === '.ts' ? stripTypeScriptTypes(source) : source }
}

function docsOf(id: string): string {
  const manifest = findPackageJSON(import.meta.url) ?? ''
  return readFileSync(join(dirname(manifest), pageOf(id)), 'utf8')
}
