/** Actions that want to know more than a click says are done on the options page. @module */
import type { Action } from '@joinery/sdk'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { ClickedRecord } from './links.ts'
import type { RunReply } from './views.ts'

const FORMS = 'openForms'

/** Which action's form. */
export interface FormPlace {
  readonly accountId: string
  readonly action: string
  readonly targetId?: string
}

/** Whether an action cannot run, be agreed to, or tell what it found, without a form; what administers has one always. */
export function asksForInput({ confirm, icon, input = {} }: Action): boolean {
  return icon === 'manage' || confirm !== undefined || Object.values(input).some((field) => !isOptional(field))
}

/** Whether the options page has a form for it. */
export function hasForm({ asksFirst, confirm, icon, input = {} }: Action): boolean {
  return icon === 'manage' || confirm !== undefined || (asksFirst === undefined && Object.keys(input).length > 0)
}

/** Opens the form in a tab. */
export async function openActionForm(
  { accountId, action, targetId }: FormPlace,
  { record, site }: ClickedRecord = {},
): Promise<RunReply> {
  const hash = ['actions', accountId, action, targetId].filter((part) => part !== undefined).join('/')
  const tab = await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#${hash}` })
  if (tab.id !== undefined && record !== undefined && site !== undefined) {
    const { kind, key } = record
    const form = { accountId, action, site, record: { kind, key } }
    await changeForms((forms) => ({ ...forms, [String(tab.id)]: form }))
  }
  return { ok: true, text: i18n.t('run.goesOnInSettings'), opened: true }
}

/** The record that the form in a tab was opened from; it counts for the first run of that action alone. */
export async function takeRecordOfForm(tabId: number | undefined, ran: FormPlace): Promise<ClickedRecord> {
  const form = (await openForms())[String(tabId)]
  if (form?.accountId !== ran.accountId || form.action !== ran.action) return {}
  await changeForms(({ [String(tabId)]: _, ...others }) => others)
  return form
}

interface OpenForm extends FormPlace {
  readonly site: string
  readonly record: { readonly kind: string; readonly key: string }
}

type Forms = { readonly [tabId: string]: OpenForm | undefined }

async function changeForms(change: (forms: Forms) => Forms): Promise<void> {
  await navigator.locks.request(FORMS, async () => {
    await browser.storage.session.set({ [FORMS]: change(await openForms()) })
  })
}

async function openForms(): Promise<Forms> {
  return ((await browser.storage.session.get({ [FORMS]: {} }))[FORMS] ?? {}) as Forms
}

function isOptional(field: NonNullable<Action['input']>[string]): boolean {
  return field.type === 'boolean' || ('optional' in field && field.optional === true) || 'default' in field
}
