/** Check: the plugin's data survives JSON. @module */
import type { Check } from '../report.ts'

/** The plugin's data survives JSON. */
export const dataSurvivesJson: Check = {
  id: 'data-survives-json',
  title: 'Everything but the actions’ functions survives JSON, so that forms and messages can be made from it.',
  find: async (plugin) => {
    const { actions, ...data } = plugin
    const alternatives = Object.entries(actions).flatMap(([name, all]) =>
      all.map((action, index) => {
        const { [action.kind === 'link' ? 'build' : 'run']: _function, ...rest } = { ...action } as Record<
          string,
          unknown
        >
        return [`actions.${name}.${index}`, rest] as const
      }),
    )
    return [...lost('', data), ...alternatives.flatMap(([path, rest]) => lost(path, rest))]
  },
}

function lost(path: string, value: unknown): readonly string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return []
  if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return []
  if (Array.isArray(value)) return value.flatMap((item, index) => lost(`${path}.${index}`, item))
  if (typeof value === 'object' && isPlain(value)) {
    return Object.entries(value).flatMap(([name, part]) => lost(path === '' ? name : `${path}.${name}`, part))
  }
  return [`${path} is ${typeof value === 'object' ? 'no plain object' : String(value)}; JSON loses it`]
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && !('toJSON' in value)
}
