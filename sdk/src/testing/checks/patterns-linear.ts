/** Check: no pattern takes long, whatever a page or a user gives it to match. @module */
import type { Fields } from '../../fields.ts'
import type { Plugin } from '../../plugin.ts'
import { alternativesOf } from '../actions.ts'
import { slownessOf } from '../expressions/slowness.ts'
import type { Check } from '../report.ts'

type Titled = readonly [title: string, source: string, flags: string]

/** No pattern takes long, whatever a page or a user gives it to match. */
export const patternsLinear: Check = {
  id: 'patterns-linear',
  title:
    'Every regular expression takes time by the length of its text alone: no back references, nothing read in two ways.',
  find: async (plugin) => {
    const patterns = patternsOf(plugin).filter(([, source, flags]) => compiles(source, flags))
    if (patterns.length === 0) return 'not-applicable'
    return patterns.flatMap(([title, source, flags]) => {
      const reason = slownessOf(source, flags)
      return reason === undefined ? [] : [`${title}: ${source} is too slow: ${reason}`]
    })
  },
}

/** Every expression of a plugin's data, with the flags that hosts give it. */
function patternsOf({ account, target, recognize = [], recognizeText = [], ...plugin }: Plugin): readonly Titled[] {
  const inputs = alternativesOf(plugin as Plugin)
  return [
    ...inFields('account', account),
    ...inFields('target', target?.fields ?? {}),
    ...inputs.flatMap(({ title, action }) => inFields(`${title}, input`, action.input ?? {})),
    ...recognize.flatMap(({ path = {} }) => Object.values(path)).map((path): Titled => ['recognize', path, 'u']),
    ...recognizeText.map(({ text }): Titled => ['recognizeText', text, 'iu']),
  ]
}

function inFields(form: string, fields: Fields): readonly Titled[] {
  return Object.entries(fields).flatMap(([name, field]): readonly Titled[] => {
    if (field.type === 'list') return inFields(`${form}.${name}`, field.fields)
    return field.type === 'text' && field.pattern !== undefined
      ? [[`${form}.${name}: pattern`, field.pattern, 'u']]
      : []
  })
}

/** What does not is another check's to find. */
function compiles(source: string, flags: string): boolean {
  try {
    new RegExp(source, flags)
    return true
  } catch {
    return false
  }
}
