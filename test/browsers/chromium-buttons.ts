/** What the extension mounted in a page of Chromium: the DevTools protocol sees into closed shadow roots. @module */

import type { CDPSession } from 'playwright-core'
import {
  type ButtonDescription,
  describeButtons,
  findHosts,
  findRecord,
  markupIn,
  scrollToButton,
} from './page-scripts.ts'
import type { ShadowButton } from './session.ts'
import { until } from './wait.ts'

const OBJECT_GROUP = 'joinery-buttons'

/** Lists the buttons; a page that re-renders meanwhile is listed again. */
export async function listChromiumButtons(devTools: CDPSession): Promise<readonly ShadowButton[]> {
  const { buttons } = await until('the buttons of the page', async () => ({ buttons: await listOnce(devTools) }))
  return buttons
}

/** Lists the HTML of what the extension mounted. */
export async function listChromiumMarkup(devTools: CDPSession): Promise<readonly string[]> {
  const mounted = await listMounted(devTools)
  return await Promise.all(mounted.map(({ root }) => callOn<string>(devTools, root, markupIn)))
}

/** The handles of an element that the extension mounted, and of the closed root in it. */
interface Mounted {
  readonly host: string
  readonly root: string
}

async function listOnce(devTools: CDPSession): Promise<readonly ShadowButton[]> {
  const mounted = await listMounted(devTools)
  const lists = await Promise.all(mounted.map((one) => listButtons(devTools, one)))
  return lists.flat()
}

async function listMounted(devTools: CDPSession): Promise<readonly Mounted[]> {
  await devTools.send('Runtime.releaseObjectGroup', { objectGroup: OBJECT_GROUP })
  const { frameTree } = await devTools.send('Page.getFrameTree')
  // A world apart: what the page did to its own DOM functions does not count here.
  const { executionContextId } = await devTools.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: OBJECT_GROUP,
  })
  const found = await devTools.send('Runtime.evaluate', {
    expression: `(${findHosts})()`,
    contextId: executionContextId,
    objectGroup: OBJECT_GROUP,
  })
  if (found.result.objectId === undefined) throw new Error('The page did not list its elements.')
  const { result: properties } = await devTools.send('Runtime.getProperties', {
    objectId: found.result.objectId,
    ownProperties: true,
  })
  const hosts = properties.flatMap(({ value }) => (value?.subtype === 'node' && value.objectId ? [value.objectId] : []))
  const mounted = await Promise.all(hosts.map((host) => closedRootOf(devTools, executionContextId, host)))
  return mounted.flat()
}

async function closedRootOf(devTools: CDPSession, contextId: number, host: string): Promise<readonly Mounted[]> {
  const { node } = await devTools.send('DOM.describeNode', { objectId: host, depth: 1 })
  const closed = node.shadowRoots?.find(({ shadowRootType }) => shadowRootType === 'closed')
  if (closed === undefined) return []
  const { object } = await devTools.send('DOM.resolveNode', {
    backendNodeId: closed.backendNodeId,
    executionContextId: contextId,
    objectGroup: OBJECT_GROUP,
  })
  return object.objectId === undefined ? [] : [{ host, root: object.objectId }]
}

async function listButtons(devTools: CDPSession, { host, root }: Mounted): Promise<readonly ShadowButton[]> {
  const record: string = await callOn(devTools, host, findRecord)
  const descriptions: readonly ButtonDescription[] = await callOn(devTools, root, describeButtons)
  return descriptions.map((description, index) => ({
    ...description,
    host: record,
    async scrollIntoView() {
      const isThere = await callOn<boolean>(devTools, root, scrollToButton, index)
      if (!isThere) throw new Error(`The button "${description.label}" is gone.`)
    },
  }))
}

/** Calls a function with what a handle stands for, and a number where it takes one. */
async function callOn<Result>(
  devTools: CDPSession,
  objectId: string,
  fn: (thing: never, index: number) => Result,
  index = 0,
): Promise<Result> {
  const { exceptionDetails, result } = await devTools.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: `function () { return (${fn})(this, ${index}) }`,
    returnByValue: true,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}
