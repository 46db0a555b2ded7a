/** Demo rooms: an account that needs nothing, and our own pages behind its links. @module */
import type { Outcome, Plugin } from '@joinery/sdk'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { DEMO_ROOM, demo } from '../demo-plugin.ts'
import { saveAccount } from './accounts.ts'
import { readAccounts, removeRecord } from './holdings.ts'
import { inUserLanguage } from './problem.ts'
import { suggestedShortcutName } from './shortcut-name.ts'
import { saveShortcut } from './shortcuts.ts'
import { saveTarget } from './targets.ts'

/** Makes the demo's account, its rooms and their shortcuts, in place of what is left of one that was begun before. */
export async function startDemo(): Promise<undefined> {
  await endDemo()
  const accountId = await saveAccount({ pluginId: demo.id, name: i18n.t('demo.organisation'), settings: {} })
  for (const label of [i18n.t('demo.lobby'), i18n.t('demo.stage')]) {
    const targetId = await saveTarget({ accountId, fields: { label } })
    for (const action of ['join', 'invite'] as const) {
      const name = suggestedShortcutName(inUserLanguage(demo.actions[action][0]?.label ?? ''), label)
      await saveShortcut({ name, accountId, action, targetId, inPage: true })
    }
  }
}

/** Removes the demo with all that belongs to it. */
export async function endDemo(): Promise<undefined> {
  for (const { id } of await demoAccounts()) await removeRecord(id)
}

/** The demo's outcome with our own page in place of its link; what another plugin gives stays as it is. */
export function atHome({ id }: Plugin, outcome: Outcome): Outcome {
  if (id !== demo.id) return outcome
  if (outcome.type === 'tab') return { ...outcome, url: ownPage(outcome.url) }
  if (outcome.type !== 'links' || outcome.guest === undefined) return outcome
  return { ...outcome, guest: ownPage(outcome.guest) }
}

function ownPage(link: string): string {
  if (!link.startsWith(`${DEMO_ROOM}?`)) return link
  return `${browser.runtime.getURL('/demo-room.html')}${new URL(link).search}`
}

async function demoAccounts() {
  return (await readAccounts()).filter(({ pluginId }) => pluginId === demo.id)
}
