/** The form that wraps key and certificate into a file for the system's store. @module */

import { fromBase64 } from '@joinery/reach/base64'
import type { RawValues } from '@joinery/sdk/host'
import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import type { Protection } from '../../../certificates/protection.ts'
import type { CertificateView } from '../../../desk/views.ts'
import { ask, problemIn } from '../../../ui/ask.ts'
import { initialValues } from '../../../ui/field-values.ts'
import { FieldsForm } from '../../../ui/fields-form.tsx'
import type { Notice } from '../../../ui/message.tsx'
import { datedName, saveFile } from '../../../ui/save-file.ts'
import { NewPassphrase, nothingTyped, problemOfTyping, type Typed, type TypingProblem } from '../new-passphrase.tsx'
import { SavingForm } from '../saving-form.tsx'
import { wrap } from './assistant.ts'
import { fileStem, problemText } from './words.ts'

/** The key leaves the vault for the moment of wrapping, and goes into the file alone. */
export function WrapForm({ opened }: { readonly opened: CertificateView }) {
  const fields = choiceFields()
  const chosen = useSignal<RawValues>(initialValues(fields, {}))
  const typed = useSignal<Typed>(nothingTyped)
  const problem = useSignal<TypingProblem | undefined>(undefined)
  const ending = useSignal<Notice | undefined>(undefined)

  async function save() {
    ending.value = undefined
    problem.value = await problemOfTyping(typed.value)
    if (problem.value !== undefined) return
    const reply = await ask('certificate.key', { id: opened.id })
    const failure = problemIn(reply)
    const privateKey = reply?.ok ? fromBase64(reply.privateKey) : undefined
    if (privateKey === undefined) {
      ending.value = { tone: 'problem', text: failure?.text ?? i18n.t('certificates.noKey') }
      return
    }
    try {
      const protection: Protection = chosen.value.protection === 'triple-des' ? 'triple-des' : 'aes-256'
      const { name: label, certificates = '' } = opened
      const file = await wrap({ privateKey, certificates, label, password: typed.value.passphrase, protection })
      saveFile(datedName(fileStem(label), 'p12'), file, 'application/x-pkcs12')
      typed.value = nothingTyped
      ending.value = { tone: 'done', text: i18n.t('certificates.wrapped') }
    } catch (error) {
      ending.value = { tone: 'problem', text: problemText(error) }
    }
  }

  return (
    <SavingForm notice={ending.value} name="wrap" submit={i18n.t('certificates.wrap')} onSave={save}>
      <h2>{i18n.t('certificates.wrapTitle')}</h2>
      <p>{i18n.t('certificates.wrapIntro')}</p>
      <FieldsForm
        fields={fields}
        values={chosen.value}
        onChange={(changed) => {
          chosen.value = changed
        }}
      />
      <NewPassphrase typed={typed} problem={problem.value} />
      <p class="quiet small">{i18n.t('certificates.passphraseHelp')}</p>
    </SavingForm>
  )
}

function choiceFields() {
  return {
    protection: {
      type: 'choice',
      label: i18n.t('certificates.protection'),
      help: i18n.t('certificates.olderHelp'),
      options: { 'aes-256': i18n.t('certificates.current'), 'triple-des': i18n.t('certificates.older') },
      default: 'aes-256',
    },
  } as const
}
