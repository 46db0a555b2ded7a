/** Plugins that came after the installation: from files, the policy, and companion extensions. @module */
import { type Plugin, PluginError } from '@joinery/sdk'
import { readPluginFile } from '@joinery/sdk/declarative'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { pluginOfCompanion, readRecord } from './companion-record.ts'
import { ownPlugin } from './own-plugins.ts'

/** Where such a plugin came from. */
export type PluginSource = 'file' | 'policy' | 'companion'

/** One as it is kept: plain data without secrets, of which its source's maker makes a plugin. */
export interface AddedPlugin {
  readonly id: string
  readonly source: PluginSource
  readonly data: unknown
}

/** Makes a plugin of kept data; throws where it is none any more. */
type Maker = (data: unknown) => Plugin

const KEY = 'addedPlugins'

const makers: { readonly [Source in PluginSource]?: Maker } = {
  companion: (data) => pluginOfCompanion(readRecord(data)),
  file: (text) => readPluginFile(String(text)),
  policy: (text) => readPluginFile(String(text)),
}

let sources: ReadonlyMap<string, PluginSource> = new Map()
let plugins: readonly Plugin[] = []
let loading: Promise<void> | undefined

/** The added plugins, once {@link loadAddedPlugins} has read them. */
export function addedPlugins(): readonly Plugin[] {
  return plugins
}

/** Where a plugin came from; `undefined` for Joinery's own. */
export function sourceOf(id: string): PluginSource | undefined {
  return sources.get(id)
}

/** Reads the added plugins, once in each worker or page, and follows what changes. */
export function loadAddedPlugins(): Promise<void> {
  loading ??= readPlugins().then(() => followAddedPlugins(readPlugins))
  return loading
}

/** Calls back at each change, after {@link addedPlugins} knows of it where it was asked to follow. */
export function followAddedPlugins(onChange: () => Promise<void> | void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (KEY in changes) void onChange()
  })
}

/** What is kept, whether or not a plugin can be made of it. */
export async function keptPlugins(): Promise<readonly AddedPlugin[]> {
  return (await browser.storage.local.get({ [KEY]: [] }))[KEY] as readonly AddedPlugin[]
}

/**
 * Keeps a plugin, in the place of the one with its id and source.
 *
 * @throws PluginError `conflict` where Joinery has a plugin of that id, or another source has.
 */
export async function keepPlugin(added: AddedPlugin): Promise<void> {
  await change((kept) => {
    refuseTaken(kept, added)
    return [...kept.filter(({ id }) => id !== added.id), added]
  })
}

/**
 * Refuses a plugin whose id is another's.
 *
 * @throws PluginError `conflict`.
 */
export function refuseTaken(kept: readonly AddedPlugin[], added: Pick<AddedPlugin, 'id' | 'source'>): void {
  const isOthers = kept.some(({ id, source }) => id === added.id && source !== added.source)
  if (isOthers || ownPlugin(added.id) !== undefined)
    throw new PluginError('conflict', i18n.t('plugins.idTaken', [added.id]), { field: 'id' })
}

/** Drops a plugin; its accounts stay, and say that it is missing. */
export async function dropPlugin({ id, source }: Pick<AddedPlugin, 'id' | 'source'>): Promise<void> {
  await change((kept) => kept.filter((other) => other.id !== id || other.source !== source))
}

async function change(edit: (kept: readonly AddedPlugin[]) => readonly AddedPlugin[]): Promise<void> {
  await navigator.locks.request(KEY, async () => {
    await browser.storage.local.set({ [KEY]: edit(await keptPlugins()) })
    await readPlugins()
  })
}

async function readPlugins(): Promise<void> {
  const kept = await keptPlugins()
  plugins = kept.flatMap(made)
  sources = new Map(kept.map(({ id, source }) => [id, source]))
}

// What cannot be read stays where it is, for a version that can.
function made({ id, source, data }: AddedPlugin): readonly Plugin[] {
  try {
    const plugin = makers[source]?.(data)
    return plugin === undefined ? [] : [plugin]
  } catch (error) {
    console.error(`The plugin ${id} cannot be used.`, error)
    return []
  }
}
