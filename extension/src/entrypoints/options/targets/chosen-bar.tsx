/** What can be done with the targets that are chosen in the table. @module */

import type { Fields, Plugin } from '@joinery/sdk'
import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { pluginById } from '../../../all-plugins.ts'
import { inUserLanguage } from '../../../desk/problem.ts'
import type { ManyReply } from '../../../desk/target-views.ts'
import type { AccountView } from '../../../desk/views.ts'
import { ask, problemIn } from '../../../ui/ask.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { initialValues, valuesToSave } from '../../../ui/field-values.ts'
import { FieldsForm } from '../../../ui/fields-form.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { Message, type Notice } from '../../../ui/message.tsx'
import { offeredActions } from '../../../ui/offered-actions.ts'
import { TypedConfirmation } from '../typed-confirmation.tsx'
import { mappableFields } from './csv-mapping.ts'
import { written } from './target-table.tsx'
import { workThrough } from './work-through.ts'

/** From so many on, a word has to be typed before they are removed. */
const MANY = 20

interface ChosenBarProps {
  readonly ids: readonly string[]
  /** The accounts that the chosen ones belong to. */
  readonly accounts: readonly AccountView[]
  readonly isRemoving: boolean
  onRemoving(isRemoving: boolean): void
  onExport(): void
  /** Called when something was changed. */
  onChanged(): void
}

/** Buttons, and how far a work is. */
export function ChosenBar({ ids, accounts, isRemoving, onRemoving, onExport, onChanged }: ChosenBarProps) {
  const done = useSignal<number | undefined>(undefined)
  const ending = useSignal<Notice | undefined>(undefined)
  const isChanging = useSignal(false)
  const work = useSignal<AbortController | undefined>(undefined)
  const plugin = accounts.length > 0 ? samePlugin(accounts) : undefined

  async function run(step: (part: readonly string[]) => Promise<ManyReply | undefined>) {
    if (done.value !== undefined) return
    const life = new AbortController()
    work.value = life
    done.value = 0
    ending.value = undefined
    let [changed, kept] = [0, 0]
    try {
      await workThrough({
        items: ids,
        signal: life.signal,
        onProgress: (count) => {
          done.value = count
        },
        async work(part) {
          const reply = await step([...part])
          const problem = problemIn(reply)
          if (problem !== undefined) throw new Error(problem.text)
          if (reply?.ok) [changed, kept] = [changed + reply.changed, kept + reply.kept]
        },
      })
      const text = [i18n.t('targetTable.changed', changed), kept > 0 ? i18n.t('targetTable.kept', kept) : '']
      ending.value = { tone: 'done', text: text.filter(Boolean).join(' ') }
    } catch (error) {
      ending.value = { tone: 'problem', text: (error as Error).message }
    }
    done.value = undefined
    work.value = undefined
    onChanged()
  }

  const remove = () => {
    onRemoving(false)
    void run((part) => ask('targets.remove', { ids: [...part] }))
  }
  return (
    <div class="chosen-bar">
      <p role="status">{i18n.t('targetTable.chosen', ids.length)}</p>
      {ids.length > 0 && done.value === undefined && (
        <div class="form-buttons">
          {plugin !== undefined && (
            <button
              type="button"
              class="button button-small"
              onClick={() => {
                isChanging.value = !isChanging.value
              }}
              aria-expanded={isChanging.value}
            >
              <Icon name="edit" />
              {i18n.t('targetTable.change')}
            </button>
          )}
          <button type="button" class="button button-small" onClick={onExport}>
            <Icon name="backup" />
            {i18n.t('targetTable.export')}
          </button>
          <button type="button" class="button button-small button-danger" onClick={() => onRemoving(true)}>
            <Icon name="remove" />
            {i18n.t('ui.remove')}
          </button>
        </div>
      )}
      {done.value !== undefined && (
        <div class="chosen-work">
          <progress class="progress" max={ids.length} value={done.value} aria-label={i18n.t('ui.working')} />
          <button type="button" class="button button-small" onClick={() => work.value?.abort()}>
            {i18n.t('actions.callOff')}
          </button>
        </div>
      )}
      {isChanging.value && plugin !== undefined && ids.length > 0 && (
        <ChangeForm
          plugin={plugin}
          accounts={accounts}
          onChange={(fields) => run((part) => ask('targets.change', { ids: [...part], fields }))}
          onAsking={(asksNoMore) => run((part) => ask('targets.change', { ids: [...part], fields: {}, asksNoMore }))}
          onShortcuts={(action) => run((part) => ask('targets.makeShortcuts', { ids: [...part], action }))}
        />
      )}
      <Message notice={ending.value} />
      {isRemoving && ids.length > 0 && (
        <Removal count={ids.length} onConfirm={remove} onClose={() => onRemoving(false)} />
      )}
    </div>
  )
}

function Removal({ count, onConfirm, onClose }: { readonly count: number; onConfirm(): void; onClose(): void }) {
  const title = i18n.t('targetTable.removeTitle', count)
  const text = <p>{i18n.t('targetTable.removeText')}</p>
  if (count < MANY) {
    return (
      <Confirm title={title} onConfirm={onConfirm} onClose={onClose}>
        {text}
      </Confirm>
    )
  }
  return (
    <TypedConfirmation
      title={title}
      word={written(count)}
      confirm={i18n.t('ui.remove')}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {text}
    </TypedConfirmation>
  )
}

interface ChangeFormProps {
  readonly plugin: Plugin
  readonly accounts: readonly AccountView[]
  onChange(fields: { readonly [name: string]: unknown }): Promise<void>
  onAsking(asksNoMore: boolean): Promise<void>
  onShortcuts(action: string): Promise<void>
}

/** One field gets one value in all of them; or they get shortcuts; or their actions ask first, or not. */
function ChangeForm({ plugin, accounts, onChange, onAsking, onShortcuts }: ChangeFormProps) {
  const fields = openFields(plugin)
  const name = useSignal(Object.keys(fields)[0] ?? '')
  const field = fields[name.value]
  const values = useSignal(initialValues(fields, {}))
  const asks = Object.values(plugin.actions)
    .flat()
    .some(({ asksFirst }) => asksFirst !== undefined)
  const offered = accounts.flatMap(({ settings }) => offeredActions(plugin, settings))
  const actions = new Map(
    offered
      .filter(({ action }) => action.on !== 'account' && action.icon !== 'manage')
      .map(({ name: action, action: { label } }) => [action, inUserLanguage(label)]),
  )
  return (
    <div class="change-many">
      {field !== undefined && (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault()
            void onChange(valuesToSave({ [name.value]: field }, values.value, []))
          }}
        >
          <FieldsForm
            fields={{
              field: {
                type: 'choice',
                label: i18n.t('targetTable.field'),
                options: labelsOf(fields),
                default: name.value,
              },
            }}
            values={{ field: name.value }}
            onChange={(changed) => {
              name.value = String(changed.field)
            }}
          />
          <FieldsForm
            key={name.value}
            fields={{ [name.value]: field }}
            values={values.value}
            onChange={(changed) => {
              values.value = { ...values.value, ...changed }
            }}
          />
          <div class="form-buttons">
            <button type="submit" class="button">
              {i18n.t('targetTable.changeAll')}
            </button>
          </div>
        </form>
      )}
      <div class="form-buttons">
        {[...actions].map(([action, label]) => (
          <button key={action} type="button" class="button button-small" onClick={() => void onShortcuts(action)}>
            <Icon name="shortcut" />
            {i18n.t('targetTable.makeShortcuts', [label])}
          </button>
        ))}
        {asks && (
          <>
            <button type="button" class="button button-small" onClick={() => void onAsking(false)}>
              {i18n.t('targetTable.asksFirst')}
            </button>
            <button type="button" class="button button-small" onClick={() => void onAsking(true)}>
              {i18n.t('targetTable.asksNoMore')}
            </button>
          </>
        )}
      </div>
    </div>
  )
}

function samePlugin(accounts: readonly AccountView[]): Plugin | undefined {
  const ids = new Set(accounts.map(({ pluginId }) => pluginId))
  return ids.size === 1 ? pluginById([...ids][0] ?? '') : undefined
}

function openFields({ target }: Plugin): Fields {
  const fields = mappableFields(target?.fields ?? {})
  return Object.fromEntries(Object.entries(fields).filter(([, { type }]) => type !== 'secret'))
}

function labelsOf(fields: Fields): { readonly [name: string]: string } {
  return Object.fromEntries(Object.entries(fields).map(([name, { label }]) => [name, inUserLanguage(label)]))
}
