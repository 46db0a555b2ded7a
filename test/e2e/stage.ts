/** The stage of the end-to-end tests and the demo: CRM, vendors, and a browser with the extension set up. @module */
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { patternOf } from '../../extension/src/sites/pattern.ts'
import type { BrowserName } from '../browsers/browser-name.ts'
import type { PolicyValues } from '../browsers/policy.ts'
import { type LaunchOptions, launch, type Page, type Session } from '../browsers/session.ts'
import { type Certificate, makeCertificate } from '../certificates.ts'
import { startCrm } from '../crm/server.ts'
import { type Company, makeCompany } from '../vendors/companies.ts'
import { type RoomVendor, startRoomVendor } from '../vendors/rooms.ts'
import { type SigningService, startSigningService } from '../vendors/signing.ts'
import { type LabServer, startLab } from './lab.ts'

/** The vendors' hosts, and the organisation's own signing service. */
export const OMNOVIA = 'www.omnovia.com'
export const WEBINATO = 'www.webinato.com'
export const SIGNING = 'sign.example.com'

/** Everything that a test plays with. */
export interface Stage {
  readonly session: Session
  readonly crm: { readonly origin: string }
  /** A page of which a test can make anything. */
  readonly lab: Omit<LabServer, 'close'>
  readonly company: Company
  readonly rooms: RoomVendor
  readonly signing: SigningService
  /** An extension page, from which the test speaks to the background as popup and options do. */
  readonly desk: Page
  /** The vault's passphrase, made for this stage. */
  readonly passphrase: string
  /** Sends one of the extension's own messages and returns the answer. */
  send(message: string, payload: object): Promise<unknown>
  close(): Promise<void>
}

/** A server that a test brings along. */
export interface StageServer {
  readonly hosts: readonly string[]
  start(certificate: Certificate): Promise<{ readonly port: number; close(): Promise<void> }>
}

/** What may differ from stage to stage. */
export interface StageOptions
  extends Partial<
    Pick<
      LaunchOptions,
      | 'clientCertificates'
      | 'extensionDirectory'
      | 'headless'
      | 'language'
      | 'colorScheme'
      | 'moreExtensions'
      | 'profile'
      | 'protocolHandler'
    >
  > {
  /** The servers' certificate, where others have the same. */
  readonly certificate?: Certificate
  /** More TLS servers than the vendors', each under the names of its hosts. */
  readonly servers?: readonly StageServer[]
  /** The policy that the browser starts with, about what is on the stage. */
  policy?(made: Pick<Stage, 'company' | 'crm'>): PolicyValues
}

/** Builds the stage; nothing is set up in the extension, not even its vault, and no site is enabled yet. */
export async function openStage(
  name: BrowserName,
  { policy, certificate: given, servers = [], ...options }: StageOptions = {},
): Promise<Stage> {
  const certificate =
    given ?? (await makeCertificate([OMNOVIA, WEBINATO, SIGNING, ...servers.flatMap(({ hosts }) => hosts)]))
  const company = makeCompany('1234', ['5678', '5679', '5680'], { '42': 'Joe Smith' })
  const [crm, lab, rooms, signing] = await Promise.all([
    startCrm(),
    startLab(),
    startRoomVendor([company], certificate),
    startSigningService([company], certificate),
  ])
  const more = await Promise.all(servers.map(async (server) => ({ ...server, ...(await server.start(certificate)) })))
  const moreHosts = more.flatMap(({ hosts, port }) => hosts.map((host) => [host, port] as const))
  const session = await launch(name, {
    extensionDirectory: extensionDirectory(name),
    hosts: { [OMNOVIA]: rooms.port, [WEBINATO]: rooms.port, [SIGNING]: signing.port, ...Object.fromEntries(moreHosts) },
    certificate,
    isShared: process.env.JOINERY_BROWSERS === 'shared',
    ...options,
    ...(policy === undefined ? {} : { policy: policy({ company, crm }) }),
  })
  const desk = await session.open(`${session.extensionOrigin}/options.html`)
  return {
    session,
    crm,
    lab,
    company,
    rooms,
    signing,
    desk,
    passphrase: randomUUID(),
    send: (message, payload) => sendFrom(desk, message, payload),
    close: async () => {
      await session.close()
      await Promise.all([crm, lab, rooms, signing, ...more].map((server) => server.close()))
    },
  }
}

/** Where the build for a browser lies. */
export function extensionDirectory(name: BrowserName): string {
  const folder = name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3'
  return fileURLToPath(new URL(`../../extension/.output/${folder}`, import.meta.url))
}

/** Sends a message from any extension page. */
export function sendFrom(page: Page, message: string, payload: object): Promise<unknown> {
  return page.evaluate(
    (envelope) => {
      const { runtime } = (
        globalThis as unknown as Record<'browser' | 'chrome', { runtime: MessageRuntime } | undefined>
      )['browser' in globalThis ? 'browser' : 'chrome'] as { runtime: MessageRuntime }
      return runtime.sendMessage(envelope)
    },
    { message, payload },
  )
}

interface MessageRuntime {
  sendMessage(message: unknown): Promise<unknown>
}

/** Makes the vault where there is none, so that something can be set up. */
export async function makeVault(stage: Stage): Promise<void> {
  const { state } = (await stage.send('vault.read', {})) as { readonly state: string }
  if (state !== 'absent') return
  await save(stage, 'vault.create', { passphrase: stage.passphrase })
}

/** Saves the user's own profile over whatever is there. */
export async function saveMe(stage: Stage, person: object): Promise<void> {
  const { meStored: stored } = (await stage.send('desk.read', {})) as { readonly meStored?: object }
  await save(stage, 'desk.saveMe', { person, ...(stored === undefined ? {} : { stored }) })
}

/** Enables a site the way a user does on the options page, and trusts it unless told otherwise. */
export async function enableSite(stage: Stage, origin: string, isTrusted = true): Promise<void> {
  const { session, desk } = stage
  await session.allowGrants([patternOf(origin)])
  await desk.goto(`${session.extensionOrigin}/options.html#sites`)
  await desk.fill('input[id$=".address"]', origin)
  await desk.click('button[type="submit"]')
  const host = new URL(origin).hostname
  await desk.waitFor((expected) => document.querySelector('.items')?.textContent?.includes(expected), host)
  // Where the browser cannot see covers, the user is asked at each click until the site is trusted.
  if (session.name === 'firefox' && isTrusted) await save(stage, 'desk.trustSite', { origin, trusts: true })
}

/** The user of the demo organisation. */
export const me = { firstName: 'Joe', lastName: 'Smith', username: 'joe@smith.com', email: 'joe@smith.com' }

/** The ids of what {@link setUpOrganisation} stored. */
export interface Organisation {
  readonly accountId: string
  readonly support: string
  readonly showroom: string
}

/** Sets up the demo organisation: an account, two rooms (login page, direct access) and their shortcuts. */
export async function setUpOrganisation(stage: Stage, settings: object = {}): Promise<Organisation> {
  await makeVault(stage)
  await saveMe(stage, me)
  const accountId = await save(stage, 'desk.saveAccount', {
    pluginId: 'com.omnovia',
    name: 'Northwind',
    settings: { companyId: stage.company.id, companyPass: stage.company.password, ...settings },
  })
  const support = await save(stage, 'desk.saveTarget', { accountId, fields: { label: 'Support', roomId: '5678' } })
  const showroom = await save(stage, 'desk.saveTarget', {
    accountId,
    fields: { label: 'Showroom', roomId: '5679', directAccess: true, language: 'EN' },
  })
  const shortcuts = [
    { name: 'Join Support', action: 'join', targetId: support },
    { name: 'Join Showroom', action: 'join', targetId: showroom },
    { name: 'Invite', action: 'invite', targetId: support },
  ]
  for (const shortcut of shortcuts) await save(stage, 'desk.saveShortcut', { accountId, inPage: true, ...shortcut })
  return { accountId, support, showroom }
}

/** Sends a change and returns the id; a refusal fails the test with its reason. */
export async function save(stage: Stage, message: string, payload: object): Promise<string> {
  const reply = (await stage.send(message, payload)) as { ok: boolean; id?: string; problem?: { text: string } }
  if (!reply?.ok) throw new Error(`${message} was refused: ${reply?.problem?.text}`)
  return reply.id ?? ''
}
