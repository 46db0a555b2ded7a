/** The popup in each of its states, and the small windows that unlock and start. @module */
import { LONG_NAME } from './gallery-stage.ts'
import { has, type Page, POPUP, type Scene, WINDOW } from './scene.ts'

const OPTION = '[role="option"]'
const VAULT = { staysUnlocked: false, endingCertificates: [] } as const

const popup = {
  page: 'popup.html',
  at: ({ crmTab }) => `?tab=${crmTab}`,
  ready: '.site',
  size: POPUP,
} as const satisfies Omit<Scene, 'name'>

/** Each state. */
export const popupScenes: readonly Scene[] = [
  { ...popup, name: 'popup-record', ready: `.record, ${OPTION}` },
  {
    ...popup,
    name: 'popup-long-name',
    changes: {
      'desk.readTab': {
        record: { kind: 'contact', key: 'c-1', facts: { name: LONG_NAME, company: `${LONG_NAME} GmbH & Co. KG` } },
      },
    },
    ready: '.record',
  },
  { ...popup, name: 'popup-locked', changes: { 'vault.read': { ...VAULT, state: 'locked' } }, ready: '.unlock' },
  {
    ...popup,
    name: 'popup-wrong-passphrase',
    changes: { 'vault.read': { ...VAULT, state: 'locked' } },
    ready: '.unlock',
    act: async (page) => {
      await page.fill('.unlock input', 'not this one')
      await page.press('Enter')
      await page.waitFor(() => document.querySelector('.field-error, .message-problem') !== null)
    },
  },
  { ...popup, name: 'popup-absent', changes: { 'vault.read': { ...VAULT, state: 'absent' } }, ready: '.empty' },
  { ...popup, name: 'popup-empty', changes: { 'desk.readTab': { shortcuts: [] } }, ready: '.empty' },
  {
    ...popup,
    name: 'popup-not-enabled',
    answers: { 'desk.isSite': false, 'desk.recogniseSite': 'SuiteCRM' },
    changes: { 'desk.readTab': { record: null, page: null } },
    ready: '.site-off',
    act: has(OPTION),
  },
  {
    ...popup,
    name: 'popup-no-match',
    ready: OPTION,
    act: async (page) => {
      await page.fill('[role="combobox"]', 'something else')
      await page.waitFor((option) => document.querySelector(option) === null, OPTION)
    },
  },
  {
    ...popup,
    name: 'popup-failed',
    answers: {
      'desk.run': {
        ok: false,
        problem: {
          code: 'unreachable',
          text: 'The signing service of Northwind gave no answer. Is the network there?',
        },
      },
    },
    ready: OPTION,
    act: runsFirst('.message-problem'),
  },
  {
    ...popup,
    name: 'popup-done',
    answers: { 'desk.run': { ok: true, opened: false, text: 'Invitation link copied. Valid until 10:25.' } },
    ready: OPTION,
    act: runsFirst('.message-done'),
  },
  {
    ...popup,
    name: 'popup-keys',
    ready: OPTION,
    act: async (page) => {
      await page.press('?')
      await page.waitFor(() => document.querySelector('dialog')?.matches(':modal'))
    },
  },
  {
    ...popup,
    name: 'popup-code',
    ready: OPTION,
    answers: {
      'popup.guestLink': { ok: true, link: 'https://www.omnovia.com/pages/sc2/room_login.php?companyID=1234' },
    },
    act: async (page) => {
      await page.press('Alt+q')
      await page.waitFor(() => document.querySelector('.qr') !== null)
    },
  },
  {
    ...popup,
    name: 'popup-warns',
    changes: { 'vault.read': { endingCertificates: [Date.now() + 6 * 24 * 3_600_000], waitingCompanions: 2 } },
    ready: '.warning',
  },
]

function runsFirst(sign: string): NonNullable<Scene['act']> {
  return async (page: Page) => {
    await page.click(OPTION)
    await page.waitFor((selector) => document.querySelector(selector) !== null, sign)
  }
}

/** The window that asks for the passphrase, and those that a click opens. */
export const unlockScenes: readonly Scene[] = [
  { name: 'unlock', page: 'unlock.html', ready: '.unlock', size: WINDOW },
  {
    name: 'unlock-went-wrong',
    page: 'unlock.html',
    ready: '.unlock',
    size: WINDOW,
    answers: {
      'vault.unlock': { ok: true },
      'vault.goOn': {
        ok: false,
        problem: { code: 'internal', text: 'The page changed meanwhile. Click again there.' },
      },
    },
    act: async (page) => {
      await page.fill('.unlock input', 'any passphrase')
      await page.press('Enter')
      await page.waitFor(() => document.querySelector('.message-problem') !== null)
    },
  },
]
