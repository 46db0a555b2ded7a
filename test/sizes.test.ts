/** What the packages may weigh, gzipped: each budget is a promise to the pages and people that carry the weight. @module */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { filesOfPage, filesOfScript, readBuilt } from './built-files.ts'
import { loadBundler } from './bundler.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Kilobytes of 1000 bytes. */
const BUDGETS = { 'the content script': 15, 'the root of the SDK': 1.5, 'the popup': 45 } as const

describe.each(['chrome-mv3', 'firefox-mv3'])('in %s', (build) => {
  const directory = join(root, 'extension/.output', build)

  test('the content script is within its budget', () => {
    expectWithin('the content script', [join(directory, 'page.js')])
  })

  test('the popup is within its budget, with all that it loads', () => {
    const files = filesOfPage(directory, 'popup.html')
    expect(files.map((file) => file.split('.').at(-1))).toEqual(expect.arrayContaining(['js', 'css']))
    expectWithin('the popup', files)
  })

  test('tokens are signed in the background, and neither in pages nor in the popup', () => {
    const mark = 'openssl pkcs8 -topk8'
    const signs = (files: readonly string[]) => files.some((file) => readBuilt(file).includes(mark))
    expect(signs(filesOfScript(directory, 'background.js'))).toBe(true)
    expect(signs([join(directory, 'page.js'), ...filesOfPage(directory, 'popup.html')])).toBe(false)
  })

  test('the rules of sites lie in the background’s script alone', () => {
    const folder = join(root, 'extension/src/sites')
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
    const scripts = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
    const texts = scripts.map((name) => [name, readBuilt(join(directory, name))] as const)
    for (const file of files) {
      const { hosts = [], fingerprint = [] } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      const mark: string = hosts[0] ?? fingerprint[0][0]
      expect(texts.filter(([, text]) => text.includes(mark)).map(([name]) => name)).toEqual(['background.js'])
    }
  })
})

test('the root of the SDK is within its budget, bundled and minified as an author ships it', async () => {
  const { rolldown } = await loadBundler()
  const bundle = await rolldown({ input: join(root, 'sdk/src/index.ts') })
  const { output } = await bundle.generate({ format: 'es', minify: true })
  const [chunk] = output
  expect(chunk?.code).toContain('PluginError')
  expect(complaint('the root of the SDK', [['index.js', gzippedBytes(chunk?.code ?? '')]])).toBeUndefined()
})

function expectWithin(what: keyof typeof BUDGETS, files: readonly string[]): void {
  const sizes = files.map((file) => [relative(root, file), gzippedBytes(readBuilt(file))] as const)
  expect(complaint(what, sizes)).toBeUndefined()
}

/** What to say where the files together are over budget. */
function complaint(what: keyof typeof BUDGETS, sizes: readonly (readonly [string, number])[]): string | undefined {
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0)
  if (total <= BUDGETS[what] * 1000) return undefined
  const parts = sizes.map(([file, bytes]) => `${file} ${bytes}`).join(', ')
  return `${what} weighs ${total} bytes gzipped, over its ${BUDGETS[what]} kB: ${parts}`
}

function gzippedBytes(text: string): number {
  return gzipSync(text, { level: 9 }).length
}
