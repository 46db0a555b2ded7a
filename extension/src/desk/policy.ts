/** What the organisation set by the browser's policies (`storage.managed`), as the browser has it now. @module */
import { browser } from 'wxt/browser'
import { type Policy, policyIn } from './policy-form.ts'

let known: Promise<Policy> | undefined
let forgets = false

/** The policy now in force. */
export async function readPolicy(): Promise<Policy> {
  forgetWhenChanged()
  const reading = known ?? read()
  known = reading
  const policy = await reading
  // What is not there may come with the next look: right after its start, a browser gives nothing.
  if (!policy.isThere && known === reading) known = undefined
  return policy
}

/** Calls back whenever the browser tells of a change; Firefox tells of none. */
export function followPolicy(onChange: () => void): void {
  forgetWhenChanged()
  // This area's own event: the one for all areas would wake the background at its own writing, too.
  browser.storage.managed.onChanged.addListener(onChange)
}

function forgetWhenChanged(): void {
  if (forgets) return
  forgets = true
  browser.storage.managed.onChanged.addListener(() => {
    known = undefined
  })
}

async function read(): Promise<Policy> {
  // Firefox refuses where there is no policy.
  const given = await browser.storage.managed.get(null).catch(() => ({}))
  return policyIn(given)
}
