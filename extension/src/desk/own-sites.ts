/**
 * The sites that the user made or imported.
 *
 * They lie in local storage as they are: content scripts need them while the vault is locked, and they hold no secret and
 * nothing of any record, though the names of hosts.
 *
 * @module
 */
import { PluginError } from '@joinery/sdk'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { SiteRule } from '../sites/rule.ts'
import { readSiteFile } from '../sites/site-file.ts'
import { siteProblemWords } from '../sites/site-problem-words.ts'
import { vaultError } from '../vault/error.ts'
import type { OwnSite } from './site-views.ts'

const KEY = 'ownSites'
const MOST_SITES = 200

/** The version of a site that somebody looked at. */
export interface SiteVersion {
  readonly id: string
  readonly revision: number
}

/** Every own site, by name. */
export async function listOwnSites(): Promise<readonly OwnSite[]> {
  const sites = await readAll()
  return sites.toSorted((one, other) => one.site.name.localeCompare(other.site.name))
}

/** One of them. */
export async function readOwnSite(id: string): Promise<OwnSite | undefined> {
  return (await readAll()).find(({ site }) => site.id === id)
}

/** The own site for the page at this address; it counts before any that came with the extension. */
export async function findOwnSite(address: string): Promise<SiteRule | undefined> {
  const hostname = URL.parse(address)?.hostname
  if (hostname === undefined) return undefined
  const fitting = (await readAll()).filter(({ site }) => site.hosts?.some((host) => isHost(hostname, host)))
  // The one that names the host itself before one for all hosts below a name.
  return (fitting.find(({ site }) => site.hosts?.includes(hostname)) ?? fitting[0])?.site
}

/**
 * Saves a site, new or changed, and returns its id.
 *
 * @throws PluginError with the place in the file where it is none, VaultError `conflict` where it was changed, or first
 * written, meanwhile.
 */
export async function saveOwnSite(json: unknown, stored?: SiteVersion): Promise<string> {
  const read = readSiteFile(json)
  if ('problem' in read) throw new PluginError('invalid', siteProblemWords(read.problem), { field: read.problem.path })
  const { site } = read
  if (site.hosts === undefined || site.hosts.length === 0) {
    throw new PluginError('missing', i18n.t('ownSites.hostMissing'), { field: 'hosts' })
  }
  await change(site.id, stored, (before) => ({ site, revision: (before?.revision ?? 0) + 1 }))
  return site.id
}

/**
 * Removes a site.
 *
 * @throws VaultError `conflict` where it was changed meanwhile.
 */
export async function removeOwnSite(stored: SiteVersion): Promise<undefined> {
  await change(stored.id, stored, () => undefined)
}

async function change(
  id: string,
  stored: SiteVersion | undefined,
  make: (before: OwnSite | undefined) => OwnSite | undefined,
): Promise<void> {
  await navigator.locks.request(KEY, async () => {
    const all = await readAll()
    const before = all.find(({ site }) => site.id === id)
    const isSeen = before === undefined ? stored === undefined : before.revision === stored?.revision
    if (!isSeen || (stored !== undefined && stored.id !== id)) {
      throw vaultError('conflict', 'This site was changed elsewhere meanwhile. Look at it again.')
    }
    const after = make(before)
    const others = all.filter(({ site }) => site.id !== id)
    if (after !== undefined && others.length >= MOST_SITES) throw new PluginError('invalid', i18n.t('ownSites.tooMany'))
    await browser.storage.local.set({ [KEY]: after === undefined ? others : [...others, after] })
  })
}

async function readAll(): Promise<readonly OwnSite[]> {
  const stored = (await browser.storage.local.get({ [KEY]: [] }))[KEY]
  return Array.isArray(stored) ? stored : []
}

function isHost(hostname: string, host: string): boolean {
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host
}
