/** What a host does with a plugin: choose an action, run it, check what it gave. @module */
import { checkOutcome } from './check-outcome.ts'
import { isPluginError, PluginError } from './errors.ts'
import { maskOutcome, maskSecrets, secretsIn } from './mask-secrets.ts'
import type { Outcome } from './outcome.ts'
import type { PatternSettings } from './patterns.ts'
import { prepareRun, type RunRequest } from './prepare-run.ts'
import { sealPlugin, snapshot } from './snapshot.ts'
import { type Capabilities, hostFor } from './task-host.ts'

export { checkOutcome, linksOf } from './check-outcome.ts'
export { complain, factLabel } from './field-texts.ts'
export { isPattern, matchesPattern, settingOf } from './patterns.ts'
export { chooseAction, facts, type RunRequest, readPerson } from './prepare-run.ts'
export { isShown, type RawValues, readFields } from './read-fields.ts'
export { type RecognizedText, recognizeLink, recognizeText } from './recognize.ts'
export { restrictFetch } from './restrict-fetch.ts'
export { sealPlugin } from './snapshot.ts'
export type { Capabilities } from './task-host.ts'

// A link with a query: what grants access, where others lead to a page of help.
const LINK = /\b[a-z][a-z0-9+.-]*:\/\/[^\s?]*\?\S*/gi

/**
 * Runs an action: chooses the alternative that applies, reads every value by its field, lends what the permissions
 * grant, and checks the outcome.
 *
 * @throws PluginError, and nothing else: whatever else the plugin throws becomes `internal` with the cause kept aside.
 * @example
 * const outcome = await runAction({ plugin, action: 'join', account: {}, target: { room: 'lobby' }, now: Date.now() }, capabilities)
 */
export async function runAction(request: RunRequest, capabilities: Capabilities): Promise<Outcome> {
  try {
    return await run(request, capabilities)
  } catch (error) {
    if (isPluginError(error)) throw error
    throw new PluginError('internal', { en: 'The plugin failed.', de: 'Das Plugin ist gescheitert.' }, { cause: error })
  }
}

async function run(request: RunRequest, capabilities: Capabilities): Promise<Outcome> {
  const plugin = sealPlugin(request.plugin)
  const { action, args: read } = prepareRun({ ...request, plugin })
  // What the permissions name is looked up in these settings after the plugin had them.
  const args = snapshot(read)
  const act = async () =>
    action.kind === 'link'
      ? action.build(args)
      : await action.run({ ...args, host: hostFor(plugin, args, capabilities) })
  const secrets = secretsIn([args.account, args.target, args.input])
  const outcome = await act().catch((error: unknown) => {
    throw isPluginError(error) ? presentable(error, secrets) : error
  })
  return maskOutcome(checkOutcome(plugin, args.account as PatternSettings, outcome), secrets)
}

/** A plugin's error as hosts may show it: of this copy of the SDK, its text without secrets and links. */
function presentable(error: PluginError, secrets: readonly string[]): PluginError {
  const { code, field, retryAfter, cause } = error
  // Another copy's error may have a message alone.
  const given: unknown = error.text ?? error.message
  const clean = (text: unknown) => maskSecrets(String(text), secrets).replace(LINK, '…')
  if (typeof given !== 'object' || given === null)
    return new PluginError(code, clean(given), { field, retryAfter, cause })
  const text = Object.fromEntries(Object.entries(given).map(([language, part]) => [language, clean(part)]))
  return new PluginError(code, { en: clean(error.message), ...text }, { field, retryAfter, cause })
}
