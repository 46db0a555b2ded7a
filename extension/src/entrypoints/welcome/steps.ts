/** The steps of the welcome page, and which of them are done. @module */
import { signal } from '@preact/signals'
import { demo } from '../../demo-plugin.ts'
import type { AccountView, DeskView, VaultView } from '../../desk/views.ts'

/** The steps in their order; the last one tells what is next. */
export const steps = ['language', 'passphrase', 'account', 'site', 'ready'] as const

/** A step's name. */
export type Step = (typeof steps)[number]

/** Where the page is; `undefined` until the user went somewhere, so that the page begins at what is not done. */
export const chosenStep = signal<Step | undefined>(undefined)

/** The steps that need not be taken any more. */
export function doneSteps(vault: VaultView | undefined, desk: DeskView | undefined): ReadonlySet<Step> {
  const done = new Set<Step>()
  if (vault !== undefined && vault.state !== 'absent') done.add('language').add('passphrase')
  if (desk?.accounts.some(isReal) === true) done.add('account')
  if (desk !== undefined && desk.sites.length > 0) done.add('site')
  return done
}

/** Whether an account is more than the demo's. */
export function isReal({ pluginId }: Pick<AccountView, 'pluginId'>): boolean {
  return pluginId !== demo.id
}

/** The first step that is not done. */
export function firstOpenStep(done: ReadonlySet<Step>): Step {
  return steps.find((step) => !done.has(step)) ?? 'ready'
}

/** The step after one; the last is followed by itself. */
export function stepAfter(step: Step): Step {
  return steps[Math.min(steps.indexOf(step) + 1, steps.length - 1)] ?? 'ready'
}

/** The step before one; the first is preceded by itself. */
export function stepBefore(step: Step): Step {
  return steps[Math.max(steps.indexOf(step) - 1, 0)] ?? 'language'
}

/** Keeps the step in step with the address, so that the browser's own Back works. */
export function followSteps(): void {
  const read = () => {
    chosenStep.value = steps.find((step) => `#${step}` === location.hash)
  }
  read()
  addEventListener('hashchange', read)
}
