/** Keeps the plugins that the organisation's policy sets up. @module */
import { dropPlugin, keepPlugin, keptPlugins, loadAddedPlugins } from '../added-plugins.ts'
import type { PolicyPlugins } from './policy-plugins.ts'

/** Keeps what the policy names, in the place of the same from users' own files, and drops what it names no more. */
export async function applyPolicyPlugins({ plugins, areAll }: PolicyPlugins): Promise<void> {
  await loadAddedPlugins()
  const before = await keptPlugins()
  for (const { id, text } of plugins) {
    const kept = before.filter((one) => one.id === id)
    if (kept.some(({ source, data }) => source === 'policy' && data === text)) continue
    if (kept.some(({ source }) => source === 'file')) await dropPlugin({ id, source: 'file' })
    // One that a companion brings stays as it is: what it does is not to be put into a file.
    if (!kept.some(({ source }) => source === 'companion')) await keepPlugin({ id, source: 'policy', data: text })
  }
  if (!areAll) return
  const gone = before.filter(({ id, source }) => source === 'policy' && !plugins.some((plugin) => plugin.id === id))
  for (const { id } of gone) await dropPlugin({ id, source: 'policy' })
}
