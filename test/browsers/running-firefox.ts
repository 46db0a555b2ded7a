/** A Firefox that runs, and from which sessions may come one after the other. @module */

import { type ConnectProxy, startProxy } from '../proxy.ts'
import { type Bidi, connectBidi } from './bidi.ts'
import { quitFirefox, startFirefox } from './firefox-process.ts'
import { writeProfile } from './firefox-profile.ts'
import { forgetAll, forgetScheme, runPrivileged } from './firefox-system.ts'
import { makeFirefoxPolicy, type PolicyFile } from './policy.ts'
import type { LaunchRequest } from './session.ts'
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary.ts'
import { until } from './wait.ts'
import { warm } from './warm-firefox.ts'

/** A tab as Firefox tells of it. */
export interface Context {
  readonly context: string
  readonly url: string
}

/** The browser, and all that a session needs of it. */
export interface RunningFirefox {
  readonly bidi: Bidi
  readonly proxy: ConnectProxy
  readonly policy: PolicyFile | undefined
  /** The first, empty tab. */
  readonly home: Context
  readonly exited: Promise<void>
  kill(): Promise<void>
  /** Ends it and removes what was made for it; again, it does nothing. */
  end(): Promise<void>
}

/** At most one waits in each process; whoever ends with the process takes it along. */
let idle: RunningFirefox | undefined

/** One that an earlier session left, or a new one. */
export async function findFirefox(request: LaunchRequest): Promise<RunningFirefox> {
  const found = isShared(request) ? idle : undefined
  if (found === undefined) return await start(request)
  idle = undefined
  // Whatever happened to it meanwhile is no matter of whoever comes next.
  if (!(await listContexts(found.bidi).catch(() => undefined))) {
    await found.end()
    return await start(request)
  }
  found.proxy.lead(request.hosts)
  return found
}

/** Keeps it for a later session, without these extensions and all else that was done in it, or ends it. */
export async function leaveFirefox(
  running: RunningFirefox,
  request: LaunchRequest,
  extensions: readonly string[],
): Promise<void> {
  const isTidy =
    isShared(request) &&
    idle === undefined &&
    (await tidy(running, request, extensions).then(
      () => true,
      () => false,
    ))
  if (isTidy) idle = running
  else await running.end()
}

/** Every tab, in every window. */
export async function listContexts(bidi: Bidi): Promise<readonly Context[]> {
  const { contexts } = await bidi.send<{ contexts: readonly Context[] }>('browsingContext.getTree', { maxDepth: 0 })
  return contexts
}

function isShared({ isShared: mayBe, headless, ...request }: LaunchRequest): boolean {
  const { profile, policy, clientCertificates, colorScheme } = request
  const needsStart = profile ?? policy ?? clientCertificates
  return mayBe === true && headless !== false && needsStart === undefined && colorScheme !== 'dark'
}

async function start(request: LaunchRequest): Promise<RunningFirefox> {
  const endings: (() => unknown)[] = []
  const end = async (): Promise<void> => {
    for (let ending = endings.pop(); ending; ending = endings.pop()) await ending()
  }
  try {
    const proxy = await startProxy(request.hosts)
    endings.push(proxy.close)
    const profile = request.profile ?? makeTemporaryFolder('firefox')
    if (request.profile === undefined) {
      endings.push(() => removeTemporaryFolder(profile))
      warm(profile)
    }
    writeProfile(profile, proxy.port, request)
    // The profile is its home, too.
    const policy = request.policy && makeFirefoxPolicy(profile, request.extensionDirectory)
    policy?.write(request.policy)
    const { address, kill, exited } = await startFirefox(request.executablePath, profile, request.headless ?? true)
    endings.push(kill)
    const bidi = await connectBidi(`${address}/session`)
    endings.push(bidi.close)
    if (request.profile !== undefined) endings.push(() => quitFirefox(bidi, exited))
    const home = await openHome(bidi)
    return { bidi, proxy, policy, home, exited, kill, end }
  } catch (error) {
    await end()
    throw error
  }
}

async function openHome(bidi: Bidi): Promise<Context> {
  await bidi.send('session.new', {
    capabilities: {
      alwaysMatch: {
        acceptInsecureCerts: true,
        unhandledPromptBehavior: { default: 'dismiss', beforeUnload: 'accept' },
      },
    },
  })
  return await until('the first tab', async () => (await listContexts(bidi))[0])
}

/** Makes it as good as new. */
async function tidy(
  { bidi, home }: RunningFirefox,
  { protocolHandler }: LaunchRequest,
  extensions: readonly string[],
): Promise<void> {
  for (const extension of extensions) await bidi.send('webExtension.uninstall', { extension })
  for (const { context } of await listContexts(bidi)) {
    // One that belonged to an extension goes with it.
    if (context !== home.context) await bidi.send('browsingContext.close', { context }).catch(() => undefined)
  }
  await until('the tabs to go', async () => (await listContexts(bidi)).length === 1)
  if (protocolHandler !== undefined) await runPrivileged(bidi, forgetScheme, protocolHandler.scheme)
  await runPrivileged(bidi, forgetAll)
}
