/** `joinery-plugin docs`: our plugins' READMEs say what their code says, and a README that does not is told. @module */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { pluginFolder } from '../workbench/plugin-folder.ts'
import { main } from './main.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const PLUGINS = ['bigbluebutton', 'jitsi', 'netviewer', 'omnovia', 'reach', 'webinato']

async function docs(folder: string, ...words: readonly string[]) {
  const printed: string[] = []
  const code = await main(['docs', ...words], {
    folder,
    input: (async function* () {})(),
    print: (line) => void printed.push(line),
    note: (line) => void printed.push(line),
  })
  return { code, text: printed.join('\n') }
}

/** It prints nothing: here, that would be printed among the results. */
function quietPlugin() {
  const plugin = pluginFolder()
  plugin.change("console.log('booking with', account.key.reveal())", '')
  return plugin
}

test.each(PLUGINS)('the README of %s is up to date', async (name) => {
  expect(await docs(ROOT, `plugins/${name}`, '--check')).toEqual({
    code: 0,
    text: `plugins/${name}/README.md is up to date.`,
  })
})

test('a README is written, told to be out of date once the plugin is another, and written anew', async () => {
  using plugin = quietPlugin()
  const readme = () => readFileSync(join(plugin.path, 'README.md'), 'utf8')
  expect(await docs(plugin.path, '.')).toEqual({ code: 0, text: 'README.md has its tables.' })
  expect(readme()).toMatch(/^# Meet\n/)
  expect(readme()).toContain('| account `key` | header `authorization` of a request | `book` |')
  expect((await docs(plugin.path, '.', '--check')).code).toBe(0)
  const before = readme()
  plugin.save('README.md', before.replace('| `key` | Key | secret |', '| `key` | Password | secret |'))
  const { code, text } = await docs(plugin.path, '.', '--check')
  expect([code, text]).toEqual([1, 'README.md is out of date; "joinery-plugin docs ." writes it anew.'])
  expect(readme()).not.toBe(before)
  expect((await docs(plugin.path, '.')).code).toBe(0)
  expect(readme()).toBe(before)
})

test('a README whose markers are no pair is named, and left as it is', async () => {
  using plugin = quietPlugin()
  plugin.save('README.md', '<!-- joinery:tables -->\n')
  const { code, text } = await docs(plugin.path, '.')
  expect([code, text]).toEqual([2, expect.stringContaining('README.md: The README must have')])
  expect(readFileSync(join(plugin.path, 'README.md'), 'utf8')).toBe('<!-- joinery:tables -->\n')
})

test('a plugin file has no README of its own', async () => {
  const { code, text } = await docs(ROOT, 'sdk/examples/declarative/whereby.plugin.json')
  expect([code, text]).toEqual([2, expect.stringContaining('is a file')])
})
