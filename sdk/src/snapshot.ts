/** Takes what a plugin gives as it is at this moment, so that nothing changes under the host's hands. @module */
import type { Plugin } from './plugin.ts'
import { Secret } from './secret.ts'

/**
 * A frozen copy of plain data, however deep: each value is read once, and later changes reach the original alone. Functions,
 * bytes and Secrets stay what they are.
 */
export function snapshot<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || value instanceof Secret || ArrayBuffer.isView(value)) return value
  const copy = Array.isArray(value)
    ? Array.from(value, snapshot)
    : Object.fromEntries(Object.entries(value).map(([name, part]) => [name, snapshot(part)]))
  return Object.freeze(copy) as Value
}

const sealed = new WeakSet<Plugin>()

/**
 * The plugin as it is now, frozen: what it does to itself later, such as permitting itself more, has no effect.
 *
 * Hosts seal plugins before they show or store anything of them; `runAction` does it for a run where they did not.
 *
 * @example
 * Object.isFrozen(sealPlugin(plugin).permissions) // true
 */
export function sealPlugin<Sealed extends Plugin>(plugin: Sealed): Sealed {
  if (sealed.has(plugin)) return plugin
  const copy = snapshot(plugin)
  sealed.add(copy)
  return copy
}
