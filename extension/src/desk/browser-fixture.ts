/** A browser for the desk's tests: its storage, its policy, and what it was asked to wake us for. @module */
type Values = { readonly [name: string]: unknown }
type Listener = () => void

const listeners = new Set<Listener>()
let managed: Values | undefined

/** When alarms were asked for, by name. */
export const alarms = new Map<string, number>()

/** Sets what `storage.managed` has; without values it is as in a Firefox without a policy. */
export function setPolicy(values: Values | undefined): void {
  managed = values
  for (const listener of [...listeners]) listener()
}

/** What `wxt/browser` gives, as far as the desk needs it without a window. */
export const browser = {
  i18n: { getUILanguage: () => 'en-GB' },
  // The background, as our own pages reach it.
  runtime: {
    sendMessage: async () => ({
      state: (await browser.storage.session.get('vaultKey')).vaultKey === undefined ? 'locked' : 'unlocked',
    }),
  },
  idle: { queryState: async () => 'active' },
  permissions: { getAll: async () => ({ origins: [] }) },
  alarms: { create: async (name: string, { when }: { readonly when: number }) => void alarms.set(name, when) },
  storage: {
    managed: {
      async get() {
        if (managed === undefined) throw new Error('Managed storage manifest not found')
        return structuredClone(managed)
      },
      onChanged: { addListener: (listener: Listener) => void listeners.add(listener) },
    },
    local: area(),
    session: area(),
  },
}

function area() {
  const kept = new Map<string, unknown>()
  return {
    async get(names: string | readonly string[] | Values): Promise<Values> {
      const defaults = typeof names === 'string' ? { [names]: undefined } : names
      const wanted = Array.isArray(defaults) ? defaults.map((name) => [name, undefined]) : Object.entries(defaults)
      const found = wanted.map(([name, otherwise]) => [name, kept.has(name) ? kept.get(name) : otherwise])
      return structuredClone(Object.fromEntries(found.filter(([, value]) => value !== undefined)))
    },
    async set(values: Values) {
      for (const [name, value] of Object.entries(structuredClone(values))) kept.set(name, value)
    },
    async remove(names: string | readonly string[]) {
      for (const name of [names].flat()) kept.delete(name)
    },
    async clear() {
      kept.clear()
    },
  }
}
