/** The built extension ships the notices of all that it bundles. @module */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readBuilt } from './built-files.ts'

const extension = fileURLToPath(new URL('../extension', import.meta.url))
const { dependencies } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'))
const external = Object.keys(dependencies).filter((name) => !name.startsWith('@joinery/') && name !== '@wxt-dev/i18n')

describe.each(['chrome-mv3', 'firefox-mv3'])('in %s', (build) => {
  const text = readBuilt(join(extension, '.output', build, 'third-party-notices.txt'))
  const notices = text.split(`\n${'='.repeat(80)}\n`).slice(1)

  test.each([...external, '@noble/hashes', 'bytestreamjs'])('%s has its notice', (name) => {
    const own = notices.find((notice) => notice.startsWith(`${name} `))
    expect(own).toMatch(/^\S+ \d+\.\d+\.\d+\nLicence: \S/)
  })

  test('each has its licence’s text, or says from where it is', () => {
    const without = notices.filter((notice) => !/copyright|permission/i.test(notice))
    expect(without.filter((notice) => !notice.includes('\nFrom: '))).toEqual([])
    expect(without.length).toBeLessThan(2)
  })

  test('ours is nobody else’s', () => {
    expect(text).not.toContain('@joinery/')
    expect(text).not.toMatch(/node_modules|\/home\/|\/root\//)
  })
})
