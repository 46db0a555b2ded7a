/** What the built extension may do at install, in this browser. @module */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { filesOfPage, filesOfScript, readBuilt } from '../built-files.ts'
import { extensionDirectory } from './stage.ts'

const directory = extensionDirectory(inject('browser'))

async function readManifest(): Promise<Readonly<Record<string, unknown>>> {
  return JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8'))
}

test('the manifest asks for what is needed and for no more', async () => {
  const { permissions, host_permissions, content_scripts, externally_connectable, web_accessible_resources } =
    await readManifest()
  const everywhere = [
    'activeTab',
    'alarms',
    'clipboardWrite',
    'contextMenus',
    'idle',
    'scripting',
    'storage',
    'unlimitedStorage',
  ]
  expect(permissions).toEqual(inject('browser') === 'firefox' ? everywhere : [...everywhere, 'offscreen'])
  expect([host_permissions, content_scripts, externally_connectable, web_accessible_resources].flat()).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('no command takes keys by itself', async () => {
  const commands = (await readManifest()).commands as object
  expect(Object.keys(commands)).toEqual(['_execute_action', 'join-first-pin', 'control-record', 'lock-vault'])
  expect(JSON.stringify(commands)).not.toContain('suggested_key')
})

test('no code comes from elsewhere, and none is made from text', async () => {
  const { content_security_policy: policy } = await readManifest()
  // The browser's own default is strict; one of ours may only be as strict.
  const text = JSON.stringify(policy ?? {})
  expect(text).not.toMatch(/https?:|unsafe-|blob:|data:|\*/)
})

test.each([
  'popup.html',
  'options.html',
  'unlock.html',
  'control.html',
  'confirm.html',
  'invitation.html',
  'launch.html',
  'site.html',
])('%s loads scripts and styles from the extension alone', async (name) => {
  const html = await readFile(join(directory, name), 'utf8')
  const addresses = [...html.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address)
  expect(addresses.length).toBeGreaterThan(0)
  expect(addresses.filter((address) => !/^\/[^/]/.test(address))).toEqual([])
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/)
})

// The name of a class of pkijs, which it keeps as a text.
const CERTIFICATE_TOOLS = 'AuthenticatedSafe'
const toolsIn = (files: readonly string[]) => files.filter((file) => readBuilt(file).includes(CERTIFICATE_TOOLS))

test('the certificate tools are loaded by the options page alone, and not before they are needed', () => {
  expect(toolsIn(filesOfPage(directory, 'options.html'))).toHaveLength(1)
  expect(toolsIn(filesOfPage(directory, 'options.html', true))).toEqual([])
  for (const page of ['popup.html', 'unlock.html', 'control.html', 'confirm.html'])
    expect(toolsIn(filesOfPage(directory, page))).toEqual([])
  for (const script of ['background.js', 'page.js']) expect(toolsIn(filesOfScript(directory, script))).toEqual([])
})
