import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { saveAccount } from './accounts.ts'
import type { Click } from './click.ts'
import { meantBy } from './meant.ts'
import { escaped, followOmnibox } from './omnibox.ts'
import { startAnew } from './policy-fixture.ts'
import { saveShortcut } from './shortcuts.ts'
import { saveTarget } from './targets.ts'

type Listener = (...values: unknown[]) => void
interface Line {
  readonly content: string
  readonly description: string
}

const bar = vi.hoisted(() => ({ first: '', heard: {} as Record<string, Listener> }))
const asked = vi.hoisted(() => ({
  state: 'unlocked',
  clicks: [] as Click[],
  waiting: [] as unknown[],
  failures: [] as string[],
  record: undefined as Click['record'],
}))

vi.mock('wxt/browser', async () => {
  const { browser } = await import('./browser-fixture.ts')
  const event = (name: string) => ({
    addListener: (listener: Listener) => Object.assign(bar.heard, { [name]: listener }),
  })
  const omnibox = {
    setDefaultSuggestion: ({ description }: { readonly description: string }) =>
      Object.assign(bar, { first: description }),
    onInputStarted: event('started'),
    onInputChanged: event('changed'),
    onInputCancelled: event('cancelled'),
    onInputEntered: event('entered'),
  }
  return { browser: { ...browser, omnibox } }
})
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => (key === 'language' ? 'en' : key) } }))
vi.mock('./browser-click.ts', () => ({
  tabInFront: async () => undefined,
  surroundingsIn: async () => ({ site: undefined, place: {}, record: asked.record }),
  runFromBrowser: async (click: Click) => void asked.clicks.push(click),
  sayFailure: async (sentence: string) => void asked.failures.push(sentence),
}))
vi.mock('./unlock-window.ts', () => ({ askToUnlock: async (click: unknown) => void asked.waiting.push(click) }))
vi.mock('./vault-session.ts', async (load) => ({
  ...(await load<typeof import('./vault-session.ts')>()),
  vaultState: async () => asked.state,
}))

/** What is shown for a text, the first line first. */
async function typed(text: string): Promise<{ readonly first: string; readonly lines: readonly Line[] }> {
  const lines = await new Promise<readonly Line[]>((resolve) => bar.heard.changed?.(text, resolve))
  return { first: bar.first, lines }
}

async function entered(text: string, disposition = 'currentTab'): Promise<Click> {
  bar.heard.entered?.(text, disposition)
  return await vi.waitUntil(() => asked.clicks[0])
}

let accountId: string
let cafe: string
let joinCafe: string

beforeAll(async () => {
  followOmnibox()
  await startAnew()
  accountId = await saveAccount({
    pluginId: 'com.omnovia',
    name: 'Northwind & <Sons>',
    settings: { companyId: '4711', companyPass: 'canary-Xq7' },
  })
  cafe = await saveTarget({ accountId, fields: { label: 'Café Zürich', roomId: '5679' } })
  await saveTarget({ accountId, fields: { label: 'Stage', roomId: '5680' } })
  joinCafe = await saveShortcut({ name: 'Morning round', accountId, action: 'join', targetId: cafe, inPage: false })
  await saveShortcut({ name: 'Invite to café', accountId, action: 'invite', targetId: cafe, inPage: true })
})
beforeEach(() => {
  Object.assign(asked, { state: 'unlocked', clicks: [], waiting: [], failures: [], record: undefined })
})

describe('unlocked', () => {
  test.each(['round morn', 'MORNING', 'zurich cafe', '5679', 'cafe northwind'])(
    '%j finds the shortcut, whatever the case, accents and order',
    async (text) => {
      const { first } = await typed(text)
      expect(first).toContain('Morning round')
      expect(await entered(text)).toMatchObject({ shortcutId: joinCafe })
    },
  )

  test('a target without a shortcut is found by name and number', async () => {
    for (const text of ['stag', '5680']) {
      expect((await typed(text)).first).toContain('Stage')
      asked.clicks.length = 0
      const click = await entered(text)
      expect(await meantBy(click)).toMatchObject({ actionName: 'join', target: { fields: { label: 'Stage' } } })
    }
  })

  test('without a text the shortcuts are shown, and Enter alone runs none', async () => {
    const { first, lines } = await typed('')
    expect([first, lines.map(({ content }) => content)]).toEqual(['elsewhere.typeName', ['Morning round']])
    bar.heard.entered?.('', 'currentTab')
    await vi.waitUntil(() => asked.failures.length > 0)
    expect([asked.clicks, asked.failures]).toEqual([[], ['elsewhere.nothingFound']])
  })

  test('what is for a contact is offered in a record that has what it needs, and nowhere else', async () => {
    const names = async () => (await typed('')).lines.map(({ content }) => content)
    expect(await names()).toEqual(['Morning round'])
    asked.record = { kind: 'contact', key: 'c', facts: { firstName: 'Ada', lastName: 'B', email: 'a@contoso.example' } }
    expect(await names()).toEqual(['Morning round', 'Invite to café'])
  })

  test('the line that was chosen is run, and opens behind where that is asked for', async () => {
    await saveShortcut({ name: 'Morning round', accountId, action: 'join', inPage: false })
    const { lines } = await typed('')
    const contents = lines.map(({ content }) => content)
    expect(new Set(contents).size).toBe(contents.length)
    const click = await entered('Morning round', 'newBackgroundTab')
    expect(click).toMatchObject({ shortcutId: joinCafe, place: { isBehind: true } })
  })

  test('names are no markup', async () => {
    const { first } = await typed('morning')
    expect(first).toContain('<dim>Northwind &amp; &lt;Sons&gt;</dim>')
  })

  test('nothing found is told on the toolbar', async () => {
    await typed('no such thing')
    bar.heard.entered?.('no such thing', 'currentTab')
    await vi.waitUntil(() => asked.failures.length > 0)
    expect(asked.clicks).toEqual([])
  })
})

describe('locked', () => {
  beforeEach(() => void Object.assign(asked, { state: 'locked' }))

  test.each(['', 'morning', 'no such thing'])('%j shows the same: how to unlock', async (text) => {
    expect(await typed(text)).toEqual({ first: 'elsewhere.unlockFirst', lines: [] })
  })

  test('Enter asks to unlock, and what was typed goes on then', async () => {
    await typed('morning')
    bar.heard.entered?.('morning', 'currentTab')
    const click = (await vi.waitUntil(() => asked.waiting[0])) as Click
    expect(asked.clicks).toEqual([])
    expect(await meantBy(click)).toMatchObject({ shortcutId: joinCafe })
  })
})

test('what XML does not take is left out', () => {
  expect(escaped('a\u0000b\uD800c\uFFFE<"\'&>')).toBe('a b\uFFFDc &lt;&quot;&apos;&amp;&gt;')
})
