/** Actions that want to know more than a click says are done on the options page. @module */
import type { Action } from '@joinery/sdk'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { RunReply } from './views.ts'

/** Which action's form. */
export interface FormPlace {
  readonly accountId: string
  readonly action: string
  readonly targetId?: string
}

/** Whether an action cannot run, or tell what it found, without a form; what administers has one always. */
export function asksForInput({ icon, input = {} }: Action): boolean {
  return icon === 'manage' || Object.values(input).some((field) => !isOptional(field))
}

/** Whether the options page has a form for it. */
export function hasForm({ asksFirst, icon, input = {} }: Action): boolean {
  return icon === 'manage' || (asksFirst === undefined && Object.keys(input).length > 0)
}

/** Opens the form in a tab. */
export async function openActionForm({ accountId, action, targetId }: FormPlace): Promise<RunReply> {
  const hash = ['actions', accountId, action, targetId].filter((part) => part !== undefined).join('/')
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#${hash}` })
  return { ok: true, text: i18n.t('run.goesOnInSettings'), opened: true }
}

function isOptional(field: NonNullable<Action['input']>[string]): boolean {
  return field.type === 'boolean' || ('optional' in field && field.optional === true) || 'default' in field
}
