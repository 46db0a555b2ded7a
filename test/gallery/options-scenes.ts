/** The options page: each section as list, form and empty, and what comes before the vault is open. @module */

import { readFileSync } from 'node:fs'
import { dataHalf } from '@joinery/sdk/companion'
import type { CertificateView, CompanionView } from '../../extension/src/desk/views.ts'
import { rustdesk } from '../../sdk/examples/companion/src/plugin.ts'
import { chooseFile } from '../e2e/files.ts'
import { ownSite } from './own-site.ts'
import { type GalleryStage, type Scene, submits } from './scene.ts'

const DAY = 24 * 3_600_000
const HEADING = 'main h1'
const FORM = 'main form'
const EMPTY = '.nothing'

const certificates: readonly CertificateView[] = [
  {
    id: 'c1',
    revision: 1,
    state: 'waiting',
    name: 'Joe Smith',
    organisation: 'Northwind',
    keyKind: 'ECDSA P-256',
    made: Date.now() - 2 * DAY,
    request: '-----BEGIN CERTIFICATE REQUEST-----\n(the request)\n-----END CERTIFICATE REQUEST-----',
  },
  {
    id: 'c2',
    revision: 1,
    state: 'watched',
    name: 'sign.northwind.example',
    subject: 'CN=sign.northwind.example',
    issuer: 'CN=Northwind Authority',
    ends: Date.now() + 9 * DAY,
  },
]

const companion = { extensionId: 'a'.repeat(32), revision: '1', isThere: true, data: dataHalf(rustdesk) } as const
const companions: readonly CompanionView[] = [
  { ...companion, state: 'asks' },
  {
    ...companion,
    extensionId: 'b'.repeat(32),
    state: 'suspended',
    before: companion.data,
    data: { ...companion.data, permissions: { open: ['rustdesk:*', 'https://rustdesk.com/*'] } },
  },
]

const pluginFile = readFileSync(new URL('../../sdk/examples/declarative/mirotalk.plugin.json', import.meta.url), 'utf8')

/** A section, or what is opened in it. */
function at(name: string, place: string | ((gallery: GalleryStage) => string), ready = HEADING): Scene {
  return {
    name: `options-${name}`,
    page: 'options.html',
    at: (gallery) => `#${typeof place === 'string' ? place : place(gallery)}`,
    ready,
  }
}

/** Each state. */
export const optionsScenes: readonly Scene[] = [
  { ...at('absent', 'me', FORM), changes: { 'vault.read': { state: 'absent' } } },
  { ...at('locked', 'me', '.unlock'), changes: { 'vault.read': { state: 'locked' } } },
  { ...at('me', 'me', FORM) },
  { ...at('me-saved', 'me', FORM), act: submits('.message-done') },
  { ...at('accounts', 'accounts', '.item') },
  { ...at('accounts-empty', 'accounts', EMPTY), changes: { 'desk.read': { accounts: [], shortcuts: [] } } },
  { ...at('accounts-new', 'accounts/new', FORM) },
  { ...at('accounts-wrong', 'accounts/new', FORM), act: submits('.field-error') },
  { ...at('accounts-edit', ({ accountId }) => `accounts/${accountId}`, FORM) },
  { ...at('accounts-edit-devices', ({ deviceAccountId }) => `accounts/${deviceAccountId}`, FORM) },
  {
    ...at('accounts-remove', 'accounts', '.item > button'),
    act: async (page) => {
      await page.click('.item > button')
      await page.waitFor(() => document.querySelector('dialog')?.matches(':modal'))
    },
  },
  { ...at('targets', 'targets', '.target-row') },
  {
    ...at('targets-chosen', 'targets', '.target-row'),
    act: async (page) => {
      await page.click('.target-head button')
      await page.waitFor(() => document.querySelector('.chosen-bar .button') !== null)
    },
  },
  {
    ...at('targets-import', 'targets/import', 'textarea'),
    act: async (page) => {
      await page.fill('textarea', 'Name;Room number\nLobby;5678\nStage;5679\nWrong;none')
      await page.click('main .form-buttons button')
      await page.waitFor(() => document.querySelector('.table tbody tr') !== null)
    },
  },
  { ...at('targets-empty', 'targets', EMPTY), changes: { 'desk.read': { accounts: [], shortcuts: [] } } },
  { ...at('targets-new', 'targets/new', FORM) },
  { ...at('targets-edit', ({ support }) => `targets/${support}`, FORM) },
  { ...at('shortcuts', 'shortcuts', '.item') },
  { ...at('shortcuts-empty', 'shortcuts', EMPTY), changes: { 'desk.read': { shortcuts: [] } } },
  { ...at('shortcuts-new', 'shortcuts/new', FORM) },
  { ...at('shortcuts-edit', ({ shortcutId }) => `shortcuts/${shortcutId}`, FORM) },
  { ...at('actions', 'actions', FORM) },
  { ...at('actions-empty', 'actions', EMPTY), changes: { 'desk.read': { accounts: [], shortcuts: [] } } },
  { ...at('actions-register', ({ deviceAccountId }) => `actions/${deviceAccountId}/register`, FORM) },
  { ...at('sites', 'sites', '.item'), answers: { 'sites.listOwn': [{ site: ownSite, revision: 1 }] } },
  { ...at('sites-empty', 'sites', EMPTY), changes: { 'desk.read': { sites: [] } } },
  {
    ...at('sites-wanted', 'sites', HEADING),
    changes: { 'desk.read': { wantedSites: ['https://crm.northwind.example', 'https://service.northwind.example'] } },
  },
  {
    ...at('sites-own', `sites/${ownSite.id}`, FORM),
    answers: { 'sites.listOwn': [{ site: ownSite, revision: 1 }] },
  },
  { ...at('texts', 'texts', FORM) },
  { ...at('plugins', 'plugins', '.plugin') },
  { ...at('plugins-companions', 'plugins', '.companion'), answers: { 'companions.read': companions } },
  {
    ...at('plugins-file', 'plugins', '.plugin'),
    act: async (page) => {
      await chooseFile(page, '[data-name="import-plugin"] input[type="file"]', 'mirotalk.plugin.json', pluginFile)
      await page.waitFor(() => document.querySelector('#offered-plugin') !== null)
    },
  },
  { ...at('journal', 'journal') },
  { ...at('certificates', 'certificates', '.item'), answers: { 'certificate.read': certificates } },
  { ...at('certificates-empty', 'certificates', EMPTY) },
  { ...at('certificates-new', 'certificates/new', FORM) },
  { ...at('certificates-waiting', 'certificates/c1'), answers: { 'certificate.read': certificates } },
  { ...at('certificates-watched', 'certificates/c2'), answers: { 'certificate.read': certificates } },
  { ...at('vault', 'vault', FORM) },
  { ...at('about', 'about') },
]
