/** The user's own sites, as the options page last read them. @module */
import { signal } from '@preact/signals'
import type { OwnSite } from '../../desk/site-views.ts'
import { ask } from '../../ui/ask.ts'

/** The sites; `undefined` until they were read. */
export const ownSites = signal<readonly OwnSite[] | undefined>(undefined)

/** Reads them anew. */
export async function refreshOwnSites(): Promise<void> {
  ownSites.value = (await ask('sites.listOwn', {})) ?? ownSites.value
}
