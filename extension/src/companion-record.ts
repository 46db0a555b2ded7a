/** A companion extension that the user allowed, as it is kept, and the plugin that is made of it. @module */
import { type Plugin, PluginError } from '@joinery/sdk'
import { companionPlugin, type PluginData } from '@joinery/sdk/companion'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { TooOld } from './desk/views.ts'

/** A companion that the user allowed. */
export interface CompanionRecord {
  /** The extension's id, as the browser tells it. */
  readonly extensionId: string
  /** What the user agreed to. */
  readonly allowed: PluginData
  /** What it announced since then that goes beyond that: nothing runs before the user agreed to it, or it asks for less. */
  readonly asks?: { readonly data: PluginData; readonly revision: string }
  readonly tooOld?: TooOld
}

/** As it is kept among the added plugins: a text, for Chromium's storage puts members into an order of its own, and fields have theirs. */
export function keptRecord(record: CompanionRecord): string {
  return JSON.stringify(record)
}

/** What {@link keptRecord} made. */
export function readRecord(kept: unknown): CompanionRecord {
  return JSON.parse(String(kept)) as CompanionRecord
}

const extensions = new WeakMap<Plugin, string>()

/** The id of the extension that a plugin lives in; `undefined` where it is none of its own. */
export function extensionOf(plugin: Plugin): string | undefined {
  return extensions.get(plugin)
}

/** The plugin: its actions ask the extension, unless it may not be asked now. */
export function pluginOfCompanion(record: CompanionRecord): Plugin {
  const plugin = companionPlugin(record.allowed, async (message) => {
    const obstacle = obstacleOf(record)
    if (obstacle !== undefined) throw obstacle
    return await browser.runtime.sendMessage(record.extensionId, message)
  })
  extensions.set(plugin, record.extensionId)
  return plugin
}

function obstacleOf({ asks, tooOld }: CompanionRecord): PluginError | undefined {
  if (tooOld !== undefined) return new PluginError('unsupported', tooOldWords(tooOld))
  if (asks !== undefined) return new PluginError('not-permitted', i18n.t('companions.isSuspended'))
  return undefined
}

/** Which extension the user has to update. */
export function tooOldWords(tooOld: TooOld): string {
  return tooOld === 'host-too-old' ? i18n.t('companions.hostTooOld') : i18n.t('companions.companionTooOld')
}
