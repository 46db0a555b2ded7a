/** Check: the permissions are of forms that the host understands. @module */
import { isPattern, settingOf } from '../../patterns.ts'
import type { Plugin } from '../../plugin.ts'
import type { Check } from '../report.ts'

/** The permissions are of forms that the host understands. */
export const permissionsWellFormed: Check = {
  id: 'permissions-well-formed',
  title: 'Every pattern is understood by the host, and every setting that one names is a URL of the account.',
  find: async (plugin) => {
    const { open = [], fetch = [] } = plugin.permissions
    const called = fetch.map((grant) => (typeof grant === 'string' ? grant : grant.pattern))
    const recognised = (plugin.recognize ?? []).map(({ href }) => href)
    return [
      ...open.flatMap((pattern) => problemsOf(plugin, 'permissions.open', pattern)),
      ...called.flatMap((pattern) => problemsOf(plugin, 'permissions.fetch', pattern)),
      ...recognised.flatMap((pattern) => problemsOf(plugin, 'recognize', pattern)),
    ]
  },
}

function problemsOf(plugin: Plugin, place: string, pattern: string): readonly string[] {
  if (!isPattern(pattern)) return [`${place}: "${pattern}" is not of a form that the host understands`]
  const setting = settingOf(pattern)
  if (setting === undefined) return []
  const field = Object.hasOwn(plugin.account, setting) ? plugin.account[setting] : undefined
  return field?.type === 'url' ? [] : [`${place}: "${pattern}" names ${setting}, which is no URL field of the account`]
}
