/** Which of a plugin's actions an account offers. @module */
import type { Action, Plugin } from '@joinery/sdk'
import { isShown, type RawValues } from '@joinery/sdk/host'
import { initialValues, valuesByType } from './field-values.ts'

/** An action by its name in the plugin. */
export interface OfferedAction {
  readonly name: string
  readonly action: Action
}

/** The actions that apply to an account with these settings, in the plugin's order. */
export function offeredActions(plugin: Plugin, settings: RawValues): readonly OfferedAction[] {
  const values = valuesByType(plugin.account, initialValues(plugin.account, settings))
  return Object.entries(plugin.actions).flatMap(([name, alternatives]) => {
    const action = alternatives.find(({ when }) => isShown({ type: 'boolean', label: '', when: when ?? {} }, values))
    return action === undefined ? [] : [{ name, action }]
  })
}
