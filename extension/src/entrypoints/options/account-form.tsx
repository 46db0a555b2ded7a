/** The form of one account: vendor, name, the plugin's settings, the user on this account. @module */

import type { Fields, Plugin } from '@joinery/sdk'
import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { allPlugins, pluginById } from '../../all-plugins.ts'
import { inUserLanguage } from '../../desk/problem.ts'
import type { AccountView, Problem } from '../../desk/views.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { type FieldProblem, problemOfValues } from '../../ui/field-problem.ts'
import { initialValues, valuesToSave } from '../../ui/field-values.ts'
import { FieldsForm } from '../../ui/fields-form.tsx'
import type { Notice } from '../../ui/message.tsx'
import { personFields } from '../../ui/person-fields.ts'
import { ConnectionTest } from './connection-test.tsx'
import { notice } from './desk.ts'
import { endpointsOf } from './endpoints.ts'
import { requestEndpoints } from './request-endpoints.ts'
import { returnSaved, storedVersion } from './saved.ts'
import { SavingForm } from './saving-form.tsx'
import { SectionHead } from './section-head.tsx'

type Part = 'general' | 'settings' | 'me'

interface AccountFormProps {
  readonly account: AccountView | undefined
  readonly field: string | undefined
  /** Match patterns of the enabled sites. */
  readonly sites: readonly string[]
}

/** A new account's form, or a stored one's. */
export function AccountForm({ account, field, sites }: AccountFormProps) {
  const generalFields = fieldsOfEveryAccount(account === undefined)
  const general = useSignal(initialValues(generalFields, { name: account?.name, vendor: account?.pluginId }))
  const plugin = pluginById(String(general.value.vendor ?? account?.pluginId))
  const settings = useSignal(initialValues(plugin?.account ?? {}, account?.settings ?? {}))
  const me = useSignal(initialValues(personFields, account?.me ?? {}))
  const problem = useSignal<(FieldProblem & { readonly part: Part }) | undefined>(undefined)
  const complaint = useSignal<Notice | undefined>(undefined)
  const secrets = account?.storedSecrets ?? []
  const problemAt = (part: Part) => (problem.value?.part === part ? problem.value : undefined)

  function changeGeneral(changed: typeof general.value) {
    const chosen = pluginById(String(changed.vendor))
    if (chosen !== undefined && changed.vendor !== general.value.vendor) {
      // What was typed for one vendor is kept where the other asks for the same.
      settings.value = { ...initialValues(chosen.account, {}), ...settings.value }
    }
    general.value = changed
  }

  function findProblem(chosen: Plugin) {
    const found = (part: Part, wrong: FieldProblem | undefined) =>
      wrong === undefined ? undefined : { ...wrong, part }
    return (
      found('general', problemOfValues(generalFields, general.value)) ??
      found('settings', problemOfValues(chosen.account, settings.value, secrets)) ??
      found('me', problemOfValues(personFields, me.value))
    )
  }

  function show(failure: Problem, chosen: Plugin) {
    const part = failure.field === undefined ? undefined : partOf(failure.field, chosen)
    if (part === undefined || failure.field === undefined) complaint.value = { tone: 'problem', text: failure.text }
    else problem.value = { part, field: failure.field, text: failure.text }
  }

  async function save() {
    notice.value = undefined
    complaint.value = undefined
    if (plugin === undefined) return
    problem.value = findProblem(plugin)
    if (problem.value !== undefined) return
    const given = valuesToSave(plugin.account, settings.value, secrets)
    const endpoints = endpointsOf(plugin, given)
    const [first] = endpoints
    // The browser asks only within the click: nothing is awaited before this.
    if (!(await requestEndpoints(endpoints, sites)) && first !== undefined) {
      problem.value = { part: 'settings', field: first.field, text: i18n.t('accounts.endpointDenied', [first.origin]) }
      return
    }
    const reply = await ask('desk.saveAccount', {
      ...storedVersion(account),
      pluginId: plugin.id,
      name: String(general.value.name).trim(),
      settings: given,
      me: valuesToSave(personFields, me.value, []),
    })
    const failure = problemIn(reply)
    if (failure === undefined) await returnSaved('accounts')
    else show(failure, plugin)
  }

  return (
    <>
      <SectionHead title={account?.name ?? i18n.t('accounts.new')} />
      <SavingForm notice={complaint.value} cancelTo="#accounts" onSave={save}>
        <FieldsForm
          fields={generalFields}
          values={general.value}
          problem={problemAt('general')}
          startAt={field === undefined && account === undefined ? 'vendor' : undefined}
          onChange={changeGeneral}
        />
        <h2>{i18n.t('accounts.settings')}</h2>
        <FieldsForm
          fields={plugin?.account ?? {}}
          values={settings.value}
          storedSecrets={secrets}
          problem={problemAt('settings')}
          startAt={field}
          onChange={(changed) => {
            settings.value = changed
          }}
        />
        <details class="more" open={problemAt('me') !== undefined || Object.keys(account?.me ?? {}).length > 0}>
          <summary>{i18n.t('accounts.me')}</summary>
          <p class="quiet small">{i18n.t('accounts.meHelp')}</p>
          <FieldsForm
            fields={personFields}
            values={me.value}
            problem={problemAt('me')}
            onChange={(changed) => {
              me.value = changed
            }}
          />
        </details>
      </SavingForm>
      {account !== undefined && <ConnectionTest account={account} />}
    </>
  )
}

function partOf(field: string, { account }: Plugin): Part | undefined {
  const [name = ''] = field.split('.')
  if (Object.hasOwn(account, name)) return 'settings'
  if (Object.hasOwn(personFields, name)) return 'me'
  return name === 'name' ? 'general' : undefined
}

function fieldsOfEveryAccount(isNew: boolean): Fields {
  const name = {
    type: 'text',
    label: i18n.t('accounts.name'),
    help: i18n.t('accounts.nameHelp'),
    maxLength: 100,
  } as const
  if (!isNew) return { name }
  const options = Object.fromEntries(allPlugins().map((plugin) => [plugin.id, inUserLanguage(plugin.name)]))
  return {
    vendor: { type: 'choice', label: i18n.t('accounts.vendor'), options, default: allPlugins()[0]?.id ?? '' },
    name,
  }
}
