/** Tryton 6 with its web client, on SQLite. @module */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeTemporaryFolder } from '../browsers/temporary.ts'
import { freePort, people, type RealCrm, serve, step } from './crm.ts'

/** The name of its database, which stands in its addresses. */
export const DATABASE = 'crm'

/** Sets it up in a new folder and starts it. */
export async function startTryton(): Promise<RealCrm> {
  const folder = makeTemporaryFolder('tryton')
  const port = await freePort()
  const password = crypto.randomUUID()
  const settings = join(folder, 'trytond.conf')
  mkdirSync(join(folder, 'database'))
  writeFileSync(join(folder, 'database', `${DATABASE}.sqlite`), '')
  writeFileSync(settings, settingsIn(folder, port))
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
  writeFileSync(join(folder, 'people.json'), JSON.stringify(people))
  writeFileSync(join(folder, 'people.py'), SEED)
  const environment = { TRYTONPASSFILE: join(folder, 'password'), TRYTOND_CONFIG: settings }
  const admin = ['-c', settings, '-d', DATABASE]
  const modules = ['--all', '-u', 'party', '--activate-dependencies']
  await step('trytond-admin', [...admin, ...modules, '--email', 'admin@crm.example'], environment)
  await step('/usr/bin/python3', [join(folder, 'people.py'), settings, join(folder, 'people.json')], environment)
  const server = await serve(folder, `http://127.0.0.1:${port}`, 'trytond', admin, environment)
  return { ...server, login: { user: 'admin', password } }
}

function settingsIn(folder: string, port: number): string {
  return `[database]
uri = sqlite://
path = ${join(folder, 'database')}
[web]
listen = 127.0.0.1:${port}
root = /usr/share/tryton-sao/www
[email]
uri = smtp://127.0.0.1:1
`
}

const SEED = `
import json, sys
from proteus import Model, config
config.set_trytond(database='${DATABASE}', user='admin', config_file=sys.argv[1])
Party = Model.get('party.party')
for one in json.load(open(sys.argv[2])):
    Party(name=one['company']).save()
    party = Party(name=one['name'])
    for kind, value in (('email', one['email']), ('phone', one['phone'])):
        mechanism = party.contact_mechanisms.new()
        mechanism.type = kind
        mechanism.value = value
    party.save()
# Else the first login would begin with a wizard.
for item in Model.get('ir.module.config_wizard.item').find([]):
    item.state = 'done'
    item.save()
party_model, = Model.get('ir.model').find([('model', '=', 'party.party')])
party_model.global_search_p = True
party_model.save()
`
