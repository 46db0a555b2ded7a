import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'wxt'
import { noteBundledPackages } from './build/third-party-notices.ts'

const notices = noteBundledPackages()

/** Pages that somebody waits for at every use: each is one script and one stylesheet, which load in half the time of many. */
const AWAITED_PAGES: readonly string[] = ['popup', 'unlock', 'confirm', 'control', 'launch']

export default defineConfig({
  srcDir: 'src',
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  imports: false,
  alias: { '#i18n': 'src/i18n.ts' },
  hooks: {
    'entrypoints:grouped': (_wxt, groups) => {
      const isAwaited = ({ name }: { readonly name: string }) => AWAITED_PAGES.includes(name)
      const apart = groups.flat().filter(isAwaited)
      const others = groups.map((group) => (Array.isArray(group) ? group.filter((page) => !isAwaited(page)) : group))
      groups.splice(0, groups.length, ...others, ...apart.map((page) => [page]))
    },
    'build:done': ({ config }) => writeFileSync(join(config.outDir, 'third-party-notices.txt'), notices.text()),
  },
  vite: () => ({ plugins: [notices.plugin], oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'clipboardWrite',
      'contextMenus',
      'idle',
      'scripting',
      'storage',
      // The vault is not to be the first thing that goes when the disk is full.
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    // No host at install: each site is enabled by the user.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    omnibox: { keyword: 'join' },
    // Without keys: any that we took would be somebody else's.
    commands: {
      _execute_action: {},
      'join-first-pin': { description: '__MSG_command_joinFirstPin__' },
      'control-record': { description: '__MSG_command_controlRecord__' },
      'lock-vault': { description: '__MSG_command_lock__' },
    },
    ...(browser === 'firefox'
      ? { browser_specific_settings: { gecko: { id: 'joinery@joinery.example', strict_min_version: '128.0' } } }
      : { minimum_chrome_version: '126', storage: { managed_schema: 'policy-schema.json' } }),
  }),
})
