/** Companion extensions that the user allowed. @module */
import { PluginError } from '@joinery/sdk'
import { i18n } from '#i18n'
import { type AddedPlugin, keepPlugin, keptPlugins } from '../../added-plugins.ts'
import { type CompanionRecord, keptRecord, readRecord } from '../../companion-record.ts'

/** One extension may be one plugin; whoever reads and changes what is kept of companions holds this lock. */
export async function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  return await navigator.locks.request('companions', work)
}

/** All of them. */
export async function readAllowed(): Promise<readonly CompanionRecord[]> {
  return (await keptPlugins()).filter(isCompanion).map(({ data }) => readRecord(data))
}

/** What is kept of an extension. */
export async function allowedOf(extensionId: string): Promise<CompanionRecord | undefined> {
  return (await readAllowed()).find((record) => record.extensionId === extensionId)
}

/**
 * Keeps one, where that says anything new.
 *
 * @throws PluginError `conflict` where another plugin has its id, of whatever source and extension.
 */
export async function keepAllowed(record: CompanionRecord): Promise<void> {
  const { extensionId, allowed } = record
  const known = await readAllowed()
  if (known.some((other) => other.allowed.id === allowed.id && other.extensionId !== extensionId)) {
    throw new PluginError('conflict', i18n.t('plugins.idTaken', [allowed.id]))
  }
  if (known.some((other) => keptRecord(other) === keptRecord(record))) return
  await keepPlugin({ id: allowed.id, source: 'companion', data: keptRecord(record) })
}

function isCompanion({ source }: AddedPlugin): boolean {
  return source === 'companion'
}
