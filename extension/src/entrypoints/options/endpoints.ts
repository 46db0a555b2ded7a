/** The addresses that an account's requests go to. @module */
import type { Plugin } from '@joinery/sdk'
import { type RawValues, settingOf } from '@joinery/sdk/host'

/** A setting that holds an address to be called. */
export interface Endpoint {
  readonly field: string
  readonly origin: string
}

/** The endpoints that settings name, by the plugin's permissions. */
export function endpointsOf({ permissions }: Plugin, settings: RawValues): readonly Endpoint[] {
  return (permissions.fetch ?? []).flatMap((permission) => {
    const field = settingOf(typeof permission === 'string' ? permission : permission.pattern)
    const address = field === undefined ? undefined : settings[field]
    if (field === undefined || typeof address !== 'string' || !URL.canParse(address)) return []
    return [{ field, origin: new URL(address).origin }]
  })
}
