/** What the extension mounted in a page of Chromium: the DevTools protocol sees into closed shadow roots. @module */

import type { CDPSession } from 'playwright-core'
import { type ButtonDescription, describeButtons, findHosts, findRecord, scrollToButton } from './page-scripts.ts'
import type { ShadowButton } from './session.ts'
import { until } from './wait.ts'

const OBJECT_GROUP = 'joinery-buttons'

/** Lists the buttons; a page that re-renders meanwhile is listed again. */
export async function listChromiumButtons(devTools: CDPSession): Promise<readonly ShadowButton[]> {
  const { buttons } = await until('the buttons of the page', async () => ({ buttons: await listOnce(devTools) }))
  return buttons
}

interface Call {
  /** The handle of what stands as `this` in the source. */
  readonly objectId: string
  readonly source: string
}

async function listOnce(devTools: CDPSession): Promise<readonly ShadowButton[]> {
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
  const lists = await Promise.all(hosts.map((host) => listInHost(devTools, executionContextId, host)))
  return lists.flat()
}

async function listInHost(devTools: CDPSession, contextId: number, host: string): Promise<readonly ShadowButton[]> {
  const { node } = await devTools.send('DOM.describeNode', { objectId: host, depth: 1 })
  const root = node.shadowRoots?.find(({ shadowRootType }) => shadowRootType === 'closed')
  if (root === undefined) return []
  const { object } = await devTools.send('DOM.resolveNode', {
    backendNodeId: root.backendNodeId,
    executionContextId: contextId,
    objectGroup: OBJECT_GROUP,
  })
  const { objectId } = object
  if (objectId === undefined) return []
  const record: string = await callOn(devTools, { objectId: host, source: `(${findRecord})(this)` })
  const descriptions: readonly ButtonDescription[] = await callOn(devTools, {
    objectId,
    source: `(${describeButtons})(this)`,
  })
  return descriptions.map((description, index) => ({
    ...description,
    host: record,
    async scrollIntoView() {
      const source = `(${scrollToButton})(this, ${index})`
      if (!(await callOn(devTools, { objectId, source }))) throw new Error(`The button "${description.label}" is gone.`)
    },
  }))
}

async function callOn<Result>(devTools: CDPSession, { objectId, source }: Call): Promise<Result> {
  const { exceptionDetails, result } = await devTools.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: `function () { return ${source} }`,
    returnByValue: true,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}
