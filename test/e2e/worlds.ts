/** Runs code where content scripts run: in the extension's own world inside a page. @module */
import type { Stage } from './stage.ts'

/** What came of a message: its answer (`null` for none), or the browser's refusal. */
export type Told = { readonly answer: unknown } | { readonly refused: string }

interface ExtensionApi {
  readonly tabs: { query(query: { url: string }): Promise<readonly { readonly id: number }[]> }
  readonly scripting: {
    executeScript(injection: object): Promise<readonly { readonly frameId: number; readonly result: unknown }[]>
  }
}

/** Sends a message from the content script's world in the one tab of a host, from its top frame or those inside. */
export async function tellFromContentWorld(
  { desk }: Stage,
  host: string,
  message: unknown,
  frames: 'top' | 'inner' = 'top',
): Promise<Told> {
  const told = await desk.evaluate(
    async (pattern, envelope, inner) => {
      const scope = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>
      const { tabs, scripting } = scope['browser' in globalThis ? 'browser' : 'chrome']
      const [tab] = await tabs.query({ url: pattern })
      const results = await scripting.executeScript({
        target: { tabId: tab?.id, allFrames: inner },
        args: [envelope],
        func: async (sent: unknown) => {
          type Sending = { runtime: { sendMessage(message: unknown): Promise<unknown> } }
          const world = globalThis as unknown as Record<'browser' | 'chrome', Sending>
          try {
            const { runtime } = world['browser' in globalThis ? 'browser' : 'chrome']
            return { answer: (await runtime.sendMessage(sent)) ?? null }
          } catch (error) {
            return { refused: String(error) }
          }
        },
      })
      return results.find(({ frameId }) => (frameId !== 0) === inner)?.result
    },
    `http://${host}/*`,
    message,
    frames === 'inner',
  )
  return told as Told
}

/** What the content script's world reads from a storage area, as text; `denied` where it may not. */
export async function readStorageFromContentWorld(
  { desk }: Stage,
  host: string,
  area: 'session' | 'local',
): Promise<string> {
  const read = await desk.evaluate(
    async (pattern, name) => {
      const scope = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>
      const { tabs, scripting } = scope['browser' in globalThis ? 'browser' : 'chrome']
      const [tab] = await tabs.query({ url: pattern })
      const [result] = await scripting.executeScript({
        target: { tabId: tab?.id },
        args: [name],
        func: async (wanted: string) => {
          type Storing = { storage: Record<string, { get(keys: null): Promise<object> }> }
          const world = globalThis as unknown as Record<'browser' | 'chrome', Storing>
          try {
            return (
              JSON.stringify(await world['browser' in globalThis ? 'browser' : 'chrome'].storage[wanted]?.get(null)) ??
              'denied'
            )
          } catch {
            return 'denied'
          }
        },
      })
      return result?.result
    },
    `http://${host}/*`,
    area,
  )
  return String(read)
}

/** The names of the databases that the content script's world sees. */
export async function readDatabasesFromContentWorld({ desk }: Stage, host: string): Promise<readonly string[]> {
  const read = await desk.evaluate(async (pattern) => {
    const scope = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>
    const { tabs, scripting } = scope['browser' in globalThis ? 'browser' : 'chrome']
    const [tab] = await tabs.query({ url: pattern })
    const [result] = await scripting.executeScript({
      target: { tabId: tab?.id },
      func: async () => (await indexedDB.databases()).map(({ name }) => name),
    })
    return result?.result
  }, `http://${host}/*`)
  return read as readonly string[]
}
