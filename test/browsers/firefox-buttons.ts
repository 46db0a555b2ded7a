/** What the extension mounted in a page of Firefox: WebDriver BiDi sees into closed shadow roots. @module */

import type { Bidi } from './bidi.ts'
import { askNode, callInFirefox, type Handle, type RemoteValue, SANDBOX } from './firefox-script.ts'
import { type ButtonDescription, describeButtons, findHosts, findRecord, scrollToButton } from './page-scripts.ts'
import type { ShadowButton } from './session.ts'
import { until } from './wait.ts'

interface Mount {
  readonly host: Handle
  readonly root: Handle
}

/** Lists the buttons; a page that re-renders meanwhile is listed again. */
export async function listFirefoxButtons(bidi: Bidi, context: string): Promise<readonly ShadowButton[]> {
  const { buttons } = await until('the buttons of the page', async () => ({ buttons: await listOnce(bidi, context) }))
  return buttons
}

async function listOnce(bidi: Bidi, context: string): Promise<readonly ShadowButton[]> {
  const found = await callInFirefox(bidi, { context, sandbox: SANDBOX }, String(findHosts))
  const mounts = (found.value as readonly RemoteValue[]).flatMap(toMount)
  const lists = await Promise.all(mounts.map((mount) => listInMount(bidi, context, mount)))
  return lists.flat()
}

function toMount(remote: RemoteValue): readonly Mount[] {
  const { shadowRoot } = remote.value as { readonly shadowRoot: RemoteValue | null }
  const { mode } = (shadowRoot?.value ?? {}) as { readonly mode?: string }
  if (mode !== 'closed' || remote.sharedId === undefined || shadowRoot?.sharedId === undefined) return []
  return [{ host: { sharedId: remote.sharedId }, root: { sharedId: shadowRoot.sharedId } }]
}

async function listInMount(bidi: Bidi, context: string, { host, root }: Mount): Promise<readonly ShadowButton[]> {
  const call = async <Result>(node: Handle, body: string): Promise<Result> =>
    await askNode(bidi, { context, sandbox: SANDBOX }, node, body)
  const record = await call<string>(host, `(${findRecord})(node)`)
  const descriptions = await call<readonly ButtonDescription[]>(root, `(${describeButtons})(node)`)
  return descriptions.map((description, index) => ({
    ...description,
    host: record,
    async scrollIntoView() {
      const isThere = await call<boolean>(root, `(${scrollToButton})(node, ${index})`)
      if (!isThere) throw new Error(`The button "${description.label}" is gone.`)
    },
  }))
}
