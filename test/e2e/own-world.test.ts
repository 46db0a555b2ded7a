/** What a page replaces in its own world, and its ways into our shadow root (invariants 1 and 2). @module */
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { clickButton, noteText, waitForButtons } from './buttons.ts'
import { expectInvitedAtOnce } from './invited.ts'
import { enableSite, openStage, type Stage, setUpOrganisation } from './stage.ts'

let stage: Stage
let page: Page
let count = 0
let key: string

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, stage.lab.origin)
  page = await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())
beforeEach(() => {
  count += 1
  key = `h-${count}`
})

async function openRecord(): Promise<void> {
  await page.goto(stage.lab.origin)
  await page.evaluate((of) => lab.main().append(lab.contact(of)), key)
  await waitForButtons(page, 3)
}

async function expectAtWork(): Promise<void> {
  await clickButton(page, 'Invite', key)
  await expectInvitedAtOnce(stage, `${key}@example.com`)
}

describe('what a page replaces in its own world', () => {
  test('tells it nothing of ours', async () => {
    await page.goto(stage.lab.addressOf(`<script>(${spyOnEverything})()</script>`))
    await page.evaluate((of) => lab.main().append(lab.contact(of)), key)
    await waitForButtons(page, 3)
    await expectAtWork()
    expect(await page.evaluate(() => globalThis.told)).toEqual([])
    // The spying works: the page's own looks at our element are told of.
    expect(
      await page.evaluate(() => {
        document.querySelector('x-joinery')?.getAttribute('class')
        document.body.append(document.querySelector('x-joinery') as Node)
        return [...new Set(globalThis.told)]
      }),
    ).toEqual(['getAttribute', 'append'])
  })

  test('changes nothing for us', async () => {
    await page.goto(stage.lab.origin)
    await page.evaluate((of) => {
      lab.main().append(lab.contact(of))
      const lie = () => {
        throw new Error('A lie')
      }
      for (const name of ['append', 'attachShadow', 'remove', 'matches', 'closest', 'checkVisibility']) {
        Object.assign(Element.prototype, { [name]: lie })
      }
      Element.prototype.getBoundingClientRect = () => new DOMRect()
      Document.prototype.elementFromPoint = () => null
      Document.prototype.createElement = lie
      EventTarget.prototype.addEventListener = lie
      EventTarget.prototype.dispatchEvent = lie
      window.getComputedStyle = lie
      window.requestAnimationFrame = lie
      window.MutationObserver = class extends MutationObserver {
        override observe = lie
      }
      for (const [prototype, name] of [
        [Event.prototype, 'isTrusted'],
        [Node.prototype, 'parentNode'],
        [Node.prototype, 'isConnected'],
        [Document.prototype, 'visibilityState'],
      ] as const)
        Object.defineProperty(prototype, name, { get: lie })
      // What changes now is seen by the engine alone.
      document.querySelector('[data-field=first-name]')?.replaceChildren('Grace')
    }, key)
    await waitForButtons(page, 3)
    await expectAtWork()
    const link = new URL(await stage.session.clipboardText())
    expect(link.searchParams.get('firstName')).toBe('Grace')
  })
})

describe('our shadow root', () => {
  test('is reached by none of the ways that a page has', async () => {
    await openRecord()
    await page.evaluate(() => {
      const found: string[] = []
      globalThis.told = found
      const keep = (how: string, node: unknown) => {
        if (node instanceof ShadowRoot || (node instanceof Element && node.getRootNode() instanceof ShadowRoot))
          found.push(how)
      }
      for (const type of [
        'pointerover',
        'pointerdown',
        'mousedown',
        'focusin',
        'keydown',
        'click',
        'toggle',
        'selectionchange',
      ]) {
        window.addEventListener(
          type,
          (event) => {
            for (const node of event.composedPath()) keep(`path of ${type}`, node)
            for (const node of [event.target, event.currentTarget, (event as MouseEvent).relatedTarget])
              keep(`target of ${type}`, node)
            keep('activeElement', document.activeElement)
            keep(
              'elementFromPoint',
              document.elementFromPoint((event as MouseEvent).clientX ?? 0, (event as MouseEvent).clientY ?? 0),
            )
            keep('selection', getSelection()?.anchorNode)
          },
          true,
        )
      }
      const host = document.querySelector('x-joinery')
      keep('shadowRoot', host?.shadowRoot)
      keep('slot', host?.assignedSlot)
    })
    await expectAtWork()
    await page.press('Tab')
    expect(await page.evaluate(() => globalThis.told)).toEqual([])
    const [host, copy] = await page.evaluate(() => {
      const ours = document.querySelector('x-joinery') as Element
      return [ours.getHTML({ serializableShadowRoots: true }), (ours.cloneNode(true) as Element).innerHTML]
    })
    expect([host, copy]).toEqual(['', ''])
  })

  test('is left alone by a click where the page found it by what only Firefox tells', async (context) => {
    if (inject('browser') !== 'firefox') return context.skip('Only Firefox tells')
    await openRecord()
    await page.evaluate(() => {
      window.addEventListener('pointerover', (event) => {
        const inner = Reflect.get(event, 'originalTarget') as HTMLElement
        if (inner.localName === 'button') inner.style.opacity = '0.01'
      })
    })
    await clickButton(page, 'Invite', key)
    expect(await noteText(page)).toMatch(/covers this button/)
  })

  test('cannot be put in its place by the page’s own', async () => {
    await openRecord()
    const refusal = await page.evaluate(() => {
      try {
        document.querySelector('x-joinery')?.attachShadow({ mode: 'open' })
        return 'none'
      } catch (error) {
        return (error as Error).name
      }
    })
    expect(refusal).toBe('NotSupportedError')
  })
})

/** Runs in the page before anything of ours: every function and value of the DOM tells who is asked about our element. */
function spyOnEverything(): void {
  const told: string[] = []
  globalThis.told = told
  const isOurs = (value: unknown): boolean =>
    value instanceof ShadowRoot || (value instanceof Element && Reflect.apply(localNameOf, value, []) === 'x-joinery')
  const localNameOf = Object.getOwnPropertyDescriptor(Element.prototype, 'localName')?.get as () => string
  const names = [
    'Node',
    'Element',
    'HTMLElement',
    'Document',
    'DocumentFragment',
    'ShadowRoot',
    'EventTarget',
    'Event',
    'CharacterData',
    'HTMLStyleElement',
    'HTMLButtonElement',
    'IntersectionObserver',
    'MutationObserver',
  ]
  for (const holder of names) {
    const { prototype } = Reflect.get(globalThis, holder) as { prototype: object }
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name === 'constructor' || !property.configurable) continue
      const spied = { ...property }
      for (const kind of ['value', 'get', 'set'] as const) {
        const original = property[kind] as unknown
        if (typeof original !== 'function') continue
        spied[kind] = function (this: unknown, ...parameters: unknown[]) {
          if (name === 'attachShadow' || [this, ...parameters].some(isOurs)) told.push(name)
          return Reflect.apply(original, this, parameters)
        }
      }
      Object.defineProperty(prototype, name, spied)
    }
  }
}

declare global {
  var told: string[]
}
