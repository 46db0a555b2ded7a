/** The user's own details. @module */

import type { RawValues } from '@joinery/sdk/host'
import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import type { DeskView } from '../../desk/views.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { type FieldProblem, problemOfValues } from '../../ui/field-problem.ts'
import { initialValues, valuesToSave } from '../../ui/field-values.ts'
import { FieldsForm } from '../../ui/fields-form.tsx'
import type { Notice } from '../../ui/message.tsx'
import { personFields } from '../../ui/person-fields.ts'
import { refreshDesk } from './desk.ts'
import { SavingForm } from './saving-form.tsx'
import { SectionHead } from './section-head.tsx'

/** The form of the profile. */
export function MeSection({ desk, field }: { readonly desk: DeskView; readonly field: string | undefined }) {
  const values = useSignal<RawValues>(initialValues(personFields, desk.me))
  const problem = useSignal<FieldProblem | undefined>(undefined)
  const ending = useSignal<Notice | undefined>(undefined)

  async function save() {
    ending.value = undefined
    problem.value = problemOfValues(personFields, values.value)
    if (problem.value !== undefined) return
    const failure = problemIn(
      await ask('desk.saveMe', {
        ...(desk.meStored === undefined ? {} : { stored: desk.meStored }),
        person: valuesToSave(personFields, values.value, []),
      }),
    )
    if (failure === undefined) {
      await refreshDesk()
      ending.value = { tone: 'done', text: i18n.t('ui.saved') }
      return
    }
    if (failure.field === undefined) ending.value = { tone: 'problem', text: failure.text }
    else problem.value = { field: failure.field, text: failure.text }
  }

  return (
    <>
      <SectionHead title={i18n.t('me.title')} intro={i18n.t('me.intro')} />
      <SavingForm notice={ending.value} onSave={save}>
        <FieldsForm
          fields={personFields}
          values={values.value}
          problem={problem.value}
          startAt={field}
          onChange={(changed) => {
            values.value = changed
          }}
        />
      </SavingForm>
    </>
  )
}
