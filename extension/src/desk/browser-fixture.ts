/** A browser for the desk's tests: its storage, its policy, its toolbar, and what it was asked to wake us for. @module */
type Values = { readonly [name: string]: unknown }
type Listener = () => void

type ExternalListener = (message: unknown, sender: { readonly id?: string; readonly url?: string }) => unknown

/** The extension's own id. */
export const OWN_ID = 'joinery@joinery.example'

/** What listens to other extensions. */
export const externalListeners: ExternalListener[] = []

const listeners = new Set<Listener>()
let managed: Values | undefined

/** When alarms were asked for, by name; of repeated ones, the minutes between. */
export const alarms = new Map<string, number>()

/** What the toolbar shows. */
export const toolbar = { title: '', badge: '', icon: '' }

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
    id: OWN_ID,
    sendMessage: async (..._args: readonly unknown[]): Promise<unknown> => ({
      state: (await browser.storage.session.get('vaultKey')).vaultKey === undefined ? 'locked' : 'unlocked',
    }),
    onMessageExternal: { addListener: (listener: ExternalListener) => void externalListeners.push(listener) },
  },
  idle: { queryState: async () => 'active' },
  permissions: { getAll: async () => ({ origins: [] }) },
  alarms: {
    create: async (
      name: string,
      { when, periodInMinutes }: { readonly when?: number; readonly periodInMinutes?: number },
    ) => void alarms.set(name, when ?? periodInMinutes ?? 0),
    clear: async (name: string) => alarms.delete(name),
    onAlarm: { addListener: () => {} },
  },
  action: {
    setIcon: async ({ path }: { readonly path: Values }) => void Object.assign(toolbar, { icon: path[16] }),
    setTitle: async ({ title }: { readonly title: string }) => void Object.assign(toolbar, { title }),
    setBadgeText: async ({ text }: { readonly text: string }) => void Object.assign(toolbar, { badge: text }),
    setBadgeBackgroundColor: async () => {},
  },
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
  const followers = new Set<(changes: Values) => void>()
  return {
    onChanged: { addListener: (follower: (changes: Values) => void) => void followers.add(follower) },
    async get(names: string | readonly string[] | Values): Promise<Values> {
      const defaults = typeof names === 'string' ? { [names]: undefined } : names
      const wanted = Array.isArray(defaults) ? defaults.map((name) => [name, undefined]) : Object.entries(defaults)
      const found = wanted.map(([name, otherwise]) => [name, kept.has(name) ? kept.get(name) : otherwise])
      return structuredClone(Object.fromEntries(found.filter(([, value]) => value !== undefined)))
    },
    async set(values: Values) {
      for (const [name, value] of Object.entries(structuredClone(values))) kept.set(name, value)
      for (const follower of followers) follower(values)
    },
    async remove(names: string | readonly string[]) {
      for (const name of [names].flat()) kept.delete(name)
    },
    async clear() {
      kept.clear()
    },
  }
}
