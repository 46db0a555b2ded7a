/** Takes a certificate file, dropped, chosen or pasted, and the password that it may have. @module */

import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { i18n } from '#i18n'
import { isCertificateError } from '../../../certificates/error.ts'
import type { ReadCertificates } from '../../../certificates/read-file.ts'
import { Message } from '../../../ui/message.tsx'
import { PassphraseInput } from '../../../ui/passphrase-input.tsx'
import { DropPlace } from '../drop-place.tsx'
import { readFile } from './assistant.ts'
import { problemText } from './words.ts'

const ENDINGS = '.pem,.crt,.cer,.der,.p7b,.p7c,.p12,.pfx'
/** Larger ones are refused before they are in memory. */
const MAX_BYTES = 1024 * 1024

interface Closed {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

interface CertificateInputProps {
  onRead(read: ReadCertificates): Promise<void>
  /** Another file comes, or the last one could not be read: what was shown of the one before is stale. */
  onBegin(): void
}

/** The place for files, the field for text, and where a file is closed, the form that opens it. */
export function CertificateInput({ onRead, onBegin }: CertificateInputProps) {
  const closed = useSignal<Closed | undefined>(undefined)
  const password = useSignal('')
  const complaint = useSignal<string | undefined>(undefined)
  const pasted = useSignal('')
  const id = useId()

  async function read(file: Closed, typed?: string) {
    onBegin()
    complaint.value = undefined
    try {
      const found = await readFile(file.bytes, typed)
      closed.value = undefined
      password.value = ''
      pasted.value = ''
      await onRead(found)
    } catch (error) {
      const asks = isCertificateError(error, 'password-needed')
      closed.value = asks || isCertificateError(error, 'wrong-password') ? file : undefined
      if (!asks) complaint.value = problemText(error)
    }
  }

  async function readFirst([file]: readonly File[]) {
    if (file === undefined) return
    password.value = ''
    if (file.size > MAX_BYTES) {
      onBegin()
      complaint.value = i18n.t('certificateError.tooLarge')
      return
    }
    await read({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  return (
    <div class="form" data-name="certificate">
      <DropPlace
        title={i18n.t('certificates.drop')}
        label={i18n.t('certificates.choose')}
        accept={ENDINGS}
        onFiles={(files) => void readFirst(files)}
      />
      <div class="field">
        <label class="field-label" for={id}>
          {i18n.t('certificates.paste')}
        </label>
        <textarea
          id={id}
          class="input code"
          dir="ltr"
          rows={3}
          spellcheck={false}
          autocomplete="off"
          value={pasted.value}
          onInput={(event) => {
            pasted.value = event.currentTarget.value
          }}
        />
        <div>
          <button
            type="button"
            class="button read"
            onClick={() => void read({ name: '', bytes: new TextEncoder().encode(pasted.value) })}
          >
            {i18n.t('certificates.read')}
          </button>
        </div>
      </div>
      {closed.value !== undefined && (
        <form
          class="password"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (closed.value !== undefined) void read(closed.value, password.value)
          }}
        >
          <p>{i18n.t('certificates.filePassword', [closed.value.name])}</p>
          <PassphraseInput
            label={i18n.t('certificates.password')}
            kind="current-password"
            value={password.value}
            error={complaint.value}
            startsHere
            onChange={(value) => {
              password.value = value
            }}
          />
          <div>
            <button type="submit" class="button button-primary">
              {i18n.t('certificates.openFile')}
            </button>
          </div>
        </form>
      )}
      <Message
        notice={
          complaint.value === undefined || closed.value !== undefined
            ? undefined
            : { tone: 'problem', text: complaint.value }
        }
      />
    </div>
  )
}
