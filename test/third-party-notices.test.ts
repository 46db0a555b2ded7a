/** The built extension ships the notices of all that it bundles. @module */
import { readFileSync, realpathSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readBuilt } from './built-files.ts'

const extension = fileURLToPath(new URL('../extension', import.meta.url))

/** Of what WXT adds by itself, this much runs in the browser. */
const ADDED_BY_BUILD = ['@wxt-dev/webextension-polyfill', 'wxt']

/** Types and generator alone: at run time our own i18n.ts takes its place. */
const BUILD_ONLY = '@wxt-dev/i18n'

describe.each(['chrome-mv3', 'firefox-mv3'])('in %s', (build) => {
  const text = readBuilt(join(extension, '.output', build, 'third-party-notices.txt'))
  const notices = text.split(`\n${'='.repeat(80)}\n`).slice(1)

  test('each package that the extension depends on has its notice, however far down, and no other has', () => {
    const names = notices.map((notice) => notice.split(' ')[0])
    expect(names.toSorted()).toEqual([...externalPackages(), ...ADDED_BY_BUILD].toSorted())
  })

  test('each notice has version, licence and the licence’s text', () => {
    const incomplete = notices.filter(
      (notice) => !/^\S+ \d+\.\d+\.\d+\nLicence: [A-Z]/.test(notice) || !/copyright|permission/i.test(notice),
    )
    expect(incomplete).toEqual([])
  })

  test('ours is nobody else’s', () => {
    expect(text).not.toContain('@joinery/')
    expect(text).not.toMatch(/node_modules|\/home\/|\/root\//)
  })
})

/** What is installed for the extension at run time, our own packages followed and left out. */
function externalPackages(): readonly string[] {
  const found = new Set<string>()
  follow(join(extension, 'package.json'), found)
  return [...found].filter((name) => !name.startsWith('@joinery/'))
}

function follow(manifest: string, found: Set<string>): void {
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'))
  for (const name of Object.keys(dependencies)) {
    if (found.has(name) || name === BUILD_ONLY) continue
    found.add(name)
    const next = findPackageJSON(name, manifest)
    if (next === undefined) throw new Error(`${name} is not installed: run "pnpm install" first.`)
    // A package's own packages lie beside it where it really is.
    follow(realpathSync(next), found)
  }
}
