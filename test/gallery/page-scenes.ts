/** What stands in pages of others: buttons in a record and a list, and the picker's panel. @module */
import { until } from '../browsers/wait.ts'
import { clickButton, visibleButtons, waitForState } from '../e2e/buttons.ts'
import { pointAt } from '../e2e/picker-panel.ts'
import { startPicker } from './gallery-stage.ts'
import type { Page, Scene } from './scene.ts'

/** Each place. */
export const pageScenes: readonly Scene[] = [
  {
    name: 'crm-record',
    at: ({ stage }) => `${stage.crm.origin}/contacts/c-1002`,
    ready: 'x-joinery',
    act: async (page) => hasButtons(page, 3),
  },
  {
    name: 'crm-invited',
    at: ({ stage }) => `${stage.crm.origin}/contacts/c-1002`,
    ready: 'x-joinery',
    act: async (page) => {
      await clickButton(page, 'Invite')
      await waitForState(page, 'Invite', 'done')
    },
  },
  {
    name: 'crm-list',
    at: ({ stage }) => `${stage.crm.origin}/contacts`,
    ready: 'x-joinery',
    act: async (page) => hasButtons(page, 10),
  },
  {
    name: 'picker-start',
    at: ({ otherCrm }) => `${otherCrm}/clients/4711`,
    ready: 'h1',
    act: async (page, gallery) => {
      await startPicker(gallery, page)
      await hasButtons(page, 2)
    },
  },
  {
    name: 'picker-place',
    at: ({ otherCrm }) => `${otherCrm}/clients/4711`,
    ready: 'h1',
    act: async (page, gallery) => {
      await startPicker(gallery, page)
      await hasButtons(page, 2)
      await pointAt(page, 'h1')
      await hasButtons(page, 5)
    },
  },
]

async function hasButtons(page: Page, count: number): Promise<void> {
  await until(`${count} buttons`, async () => (await visibleButtons(page)).length >= count)
}
