/** The form of a new request: whom it names, and which kind of key it is for. @module */

import { toBase64 } from '@joinery/reach/base64'
import type { RawValues } from '@joinery/sdk/host'
import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { isCertificateError } from '../../../certificates/error.ts'
import type { DeskView, VaultView } from '../../../desk/views.ts'
import { ask, problemIn } from '../../../ui/ask.ts'
import { type FieldProblem, problemOfValues } from '../../../ui/field-problem.ts'
import { initialValues } from '../../../ui/field-values.ts'
import { FieldsForm } from '../../../ui/fields-form.tsx'
import type { Notice } from '../../../ui/message.tsx'
import { goTo } from '../route.ts'
import { SavingForm } from '../saving-form.tsx'
import { SectionHead } from '../section-head.tsx'
import { makeRequest } from './assistant.ts'
import { problemText } from './words.ts'

// As X.520 has it for both.
const MAX_NAME = 64

interface RequestFormProps {
  readonly desk: DeskView
  readonly vault: VaultView
  onMade(): Promise<void>
}

/** Makes key and request, hands both to the vault, and goes on to the request's page. */
export function RequestForm({ desk: { me }, vault, onMade }: RequestFormProps) {
  const fields = requestFields()
  const name = [me.firstName, me.lastName].filter(Boolean).join(' ')
  const values = useSignal<RawValues>(
    initialValues(fields, { name, organisation: me.company ?? vault.companyName, email: me.email }),
  )
  const problem = useSignal<FieldProblem | undefined>(undefined)
  const ending = useSignal<Notice | undefined>(undefined)
  const isMaking = useSignal(false)

  async function make() {
    ending.value = undefined
    problem.value = problemOfValues(fields, values.value)
    if (problem.value !== undefined) return
    isMaking.value = true
    try {
      const reply = await keep(values.value)
      const failure = problemIn(reply)
      if (failure !== undefined) ending.value = { tone: 'problem', text: failure.text }
      if (!reply?.ok) return
      await onMade()
      goTo('certificates', reply.id)
    } catch (error) {
      if (isCertificateError(error, 'invalid')) problem.value = problemAt(error.field ?? 'name')
      else ending.value = { tone: 'problem', text: problemText(error) }
    } finally {
      isMaking.value = false
    }
  }

  return (
    <>
      <SectionHead title={i18n.t('certificates.newTitle')} intro={i18n.t('certificates.newIntro')} />
      <SavingForm
        notice={ending.value}
        name="request"
        submit={i18n.t('certificates.make')}
        cancelTo="#certificates"
        onSave={make}
      >
        <FieldsForm
          fields={fields}
          values={values.value}
          problem={problem.value}
          startAt="name"
          onChange={(changed) => {
            values.value = changed
          }}
        />
        <div role="status">
          {isMaking.value && (
            <>
              <progress class="progress" />
              <p class="quiet small">{i18n.t('certificates.making')}</p>
            </>
          )}
        </div>
      </SavingForm>
    </>
  )
}

async function keep({ name, organisation, email, keyKind }: RawValues) {
  const applicant = {
    name: String(name).trim(),
    organisation: String(organisation).trim() || undefined,
    email: String(email).trim() || undefined,
  }
  const kind = keyKind === 'p-256' ? 'p-256' : 'rsa-3072'
  const { request, privateKey } = await makeRequest(applicant, kind)
  return await ask('certificate.keepRequest', {
    ...applicant,
    keyKind: kind,
    request,
    privateKey: toBase64(privateKey),
  })
}

function problemAt(field: string): FieldProblem {
  return { field, text: i18n.t(field === 'email' ? 'certificates.emailWrong' : 'certificates.nameWrong') }
}

function requestFields() {
  return {
    name: {
      type: 'text',
      label: i18n.t('certificates.name'),
      help: i18n.t('certificates.nameHelp'),
      maxLength: MAX_NAME,
    },
    organisation: {
      type: 'text',
      label: i18n.t('certificates.organisation'),
      maxLength: MAX_NAME,
      optional: true,
    },
    email: {
      type: 'email',
      label: i18n.t('certificates.email'),
      help: i18n.t('certificates.emailHelp'),
      optional: true,
    },
    keyKind: {
      type: 'choice',
      label: i18n.t('certificates.keyKind'),
      options: { 'rsa-3072': i18n.t('certificates.rsa'), 'p-256': i18n.t('certificates.curve') },
      default: 'rsa-3072',
    },
  } as const
}
