/** Administers tenants with the vendor's token (vendors.md 2.1). @module */
import { type Outcome, PluginError, type Text } from '@joinery/sdk'
import { type JsonObject, objectIn, objectsAt, textAt, wordAt } from './answers.ts'
import { badAnswer, type CallHost, call } from './call.ts'
import type { Account } from './fields.ts'
import { type TenantsInput, tenantsInput } from './inputs.ts'

const credential = 'vendorToken'

const MAY_HAVE_CREATED = {
  en: 'No clear answer came. TeamViewer may have created the tenant; it is not asked again by itself.',
  de: 'Es kam keine klare Antwort. TeamViewer hat den Mandanten womöglich angelegt; es wird nicht von selbst noch einmal gefragt.',
} as const

/** Lists, creates, renames or deactivates. */
export async function tenants(account: Account, input: TenantsInput, host: CallHost): Promise<Outcome> {
  switch (input.what) {
    case 'list':
      return table(await read(account, input.tenantId, host))
    case 'create':
      return create(account, input, host)
    case 'rename': {
      const name = given(input.tenantName, 'tenantName')
      const id = await change(account, input, { tenant_name: name }, host)
      return done({ en: `${id} is now called “${name}”.`, de: `${id} heißt jetzt „${name}“.` })
    }
    case 'deactivate': {
      const id = await change(account, input, { active: false }, host)
      return done({ en: `${id} is deactivated.`, de: `${id} ist deaktiviert.` })
    }
  }
}

async function read(account: Account, id: string | undefined, host: CallHost): Promise<readonly JsonObject[]> {
  const path = id === undefined ? '/oem/tenants' : pathOf(id)
  const reply = await call(account, host, { path, credential })
  return objectsAt(objectIn(reply.json()), 'Tenants')
}

async function create(account: Account, input: TenantsInput, host: CallHost): Promise<Outcome> {
  const reply = await call(account, host, {
    method: 'POST',
    path: '/oem/tenants',
    credential,
    json: {
      tenant_account: given(input.tenantAccount, 'tenantAccount'),
      tenant_name: given(input.tenantName, 'tenantName'),
      ...(input.tenantDescription === undefined ? {} : { tenant_description: input.tenantDescription }),
    },
    mayHave: MAY_HAVE_CREATED,
  })
  const id = textAt(objectIn(reply.json()), 'tenant_id')
  return done({ en: `The tenant ${id} is created.`, de: `Der Mandant ${id} ist angelegt.` })
}

/** Changes one value and keeps the others: whether the vendor takes less than all is unknown. */
async function change(account: Account, input: TenantsInput, changes: JsonObject, host: CallHost): Promise<string> {
  const id = given(input.tenantId, 'tenantId')
  const found = await read(account, id, host)
  const tenant = found.find((one) => wordAt(one, 'tenant_id') === id)
  if (tenant === undefined) throw badAnswer()
  const description = wordAt(tenant, 'tenant_description')
  const json = {
    tenant_account: textAt(tenant, 'tenant_account'),
    tenant_name: textAt(tenant, 'tenant_name'),
    ...(description === '' ? {} : { tenant_description: description }),
    ...(typeof tenant.active === 'boolean' ? { active: tenant.active } : {}),
    ...changes,
  }
  await call(account, host, { method: 'PUT', path: pathOf(id), credential, json, success: 204 })
  return id
}

function pathOf(id: string): string {
  return `/oem/tenants/${encodeURIComponent(id)}`
}

function table(found: readonly JsonObject[]): Outcome {
  return {
    type: 'table',
    title: { en: 'Tenants', de: 'Mandanten' },
    columns: [
      { en: 'Tenant ID', de: 'Mandanten-ID' },
      { en: 'Name', de: 'Name' },
      { en: 'Account', de: 'Konto' },
      { en: 'Description', de: 'Beschreibung' },
      { en: 'Active', de: 'Aktiv' },
    ],
    rows: found.map((tenant) => [
      wordAt(tenant, 'tenant_id'),
      wordAt(tenant, 'tenant_name'),
      wordAt(tenant, 'tenant_account'),
      wordAt(tenant, 'tenant_description'),
      wordAt(tenant, 'active'),
    ]),
  }
}

function done(message: Text): Outcome {
  return { type: 'done', message }
}

function given(value: string | undefined, field: 'tenantId' | 'tenantName' | 'tenantAccount'): string {
  if (value !== undefined) return value
  const { label } = tenantsInput[field]
  throw new PluginError('missing', { en: `${label.en} is missing.`, de: `${label.de} fehlt.` }, { field })
}
