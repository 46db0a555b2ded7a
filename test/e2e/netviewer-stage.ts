/** The stage with Netviewer: the simulated gateway behind mutual TLS, an account, and the user's certificate in the browser. @module */
import { wrap } from '../../extension/src/certificates/pkcs12-write.ts'
import { makeRequest } from '../../extension/src/certificates/request.ts'
import type { BrowserName } from '../browsers/browser-name.ts'
import type { ClientIdentity } from '../browsers/certificate-store.ts'
import type { Page } from '../browsers/session.ts'
import { makeCertificate } from '../certificates.ts'
import type { Authority, Issued, IssueOptions } from '../vendors/netviewer/authority.ts'
import { type Netviewer, type NetviewerOptions, startNetviewer } from '../vendors/netviewer/netviewer.ts'
import { input, saveForm } from './own-pages.ts'
import { enableSite, makeVault, me, OMNOVIA, openStage, type Stage, type StageOptions, save } from './stage.ts'

/** A stage on which sessions are booked. */
export interface NetviewerStage extends Stage {
  readonly netviewer: Netviewer
  readonly accountId: string
}

/** What the user holds: a certificate with its key, as the assistant wraps them. */
export interface UserCertificate extends ClientIdentity {
  readonly serial: string
}

/** Which certificate the user has, if any. */
export type Holding = (netviewer: Netviewer) => Promise<UserCertificate | undefined>

/** One that the gateway takes. */
export const valid: Holding = async ({ authority }) => await certificateFrom(authority)

/** None. */
export const none: Holding = async () => undefined

/** Builds it; the account is saved through its form, which asks the browser for the gateway's address. */
export async function openNetviewerStage(
  name: BrowserName,
  holding: Holding = valid,
  options: NetviewerOptions = {},
  more: StageOptions = {},
): Promise<NetviewerStage & { readonly held: UserCertificate | undefined }> {
  const certificate = await makeCertificate([OMNOVIA])
  // Without kept connections no browser sends a request again by itself.
  const netviewer = await startNetviewer({ certificate, keepAlive: false, ...options })
  const held = await holding(netviewer)
  const store = { identities: held === undefined ? [] : [held], origins: [netviewer.origin] }
  const stage = await openStage(name, {
    certificate,
    ...more,
    ...(options.transport === 'http' ? {} : { clientCertificates: store }),
  })
  await makeVault(stage)
  await save(stage, 'desk.saveMe', { person: me })
  await enableSite(stage, stage.lab.origin)
  const accountId = await saveAccount(stage, netviewer)
  return {
    ...stage,
    netviewer,
    accountId,
    held,
    close: async () => {
      await stage.close()
      await netviewer.close()
    },
  }
}

/** A key, a request for it, the certificate that an authority gives for it, and all of it in one file. */
export async function certificateFrom(authority: Authority, options: IssueOptions = {}): Promise<UserCertificate> {
  const { request, privateKey } = await makeRequest({ name: 'Joe Smith', organisation: 'Northwind' }, 'p-256')
  const issued: Issued = await authority.issue(request, options)
  const password = crypto.randomUUID()
  const certificates = `${issued.certificate}\n${issued.chain}`
  const file = await wrap({ privateKey, certificates, label: 'Netviewer', password, protection: 'aes-256' })
  return { file, password, serial: issued.serial }
}

async function saveAccount({ desk, session, send }: Stage, { origin, program }: Netviewer): Promise<string> {
  await session.allowGrants([new URL(origin).origin.replace(/:\d+$/, '')])
  await desk.goto('about:blank')
  await desk.goto(`${session.extensionOrigin}/options.html#accounts/new`)
  await desk.select(input('vendor'), 'com.netviewer')
  await desk.fill(input('name'), 'Northwind')
  await desk.fill(input('programUrl'), program.url)
  await desk.fill(input('gatewayUrl'), origin)
  await saveForm(desk)
  const { accounts } = (await send('desk.read', {})) as { readonly accounts: readonly { readonly id: string }[] }
  return accounts[0]?.id ?? ''
}

/** Makes a button in the page for an action; its target is the one that the record has. */
export async function addShortcut(stage: NetviewerStage, name: string, action: string): Promise<string> {
  return await save(stage, 'desk.saveShortcut', { name, accountId: stage.accountId, action, inPage: true })
}

/** Opens the lab page with one contact. */
export async function openContact({ lab, session }: Stage, key: string): Promise<Page> {
  const page = await session.open(lab.origin)
  await page.evaluate((record) => globalThis.lab.main().append(globalThis.lab.contact(record)), key)
  return page
}
