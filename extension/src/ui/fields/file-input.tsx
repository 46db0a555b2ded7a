/** A small text file, read whole. @module */

import type { FileField, FileValue } from '@joinery/sdk'
import { useState } from 'preact/hooks'
import { i18n } from '#i18n'
import { described, FieldFrame, type InputProps } from './field-frame.tsx'

const DEFAULT_MAX_BYTES = 1024 * 1024
const BYTES_PER_KILOBYTE = 1024

/** The browser's file input, and the name of what was read. */
export function FileInput({ value, onChange, ...props }: InputProps<FileField>) {
  const [complaint, setComplaint] = useState<string>()
  const frame = { ...props, error: complaint ?? props.error }
  const { field, id } = frame
  const limit = field.maxBytes ?? DEFAULT_MAX_BYTES

  async function read(file: File | undefined) {
    if (file === undefined) return
    if (file.size > limit) {
      return setComplaint(i18n.t('field.fileTooLarge', [Math.floor(limit / BYTES_PER_KILOBYTE)]))
    }
    try {
      // Decoded strictly: a file that is no text shall not turn into one.
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
      setComplaint(undefined)
      onChange({ name: file.name, text } satisfies FileValue)
    } catch {
      setComplaint(i18n.t('field.fileUnreadable'))
    }
  }

  return (
    <FieldFrame {...frame}>
      <div class="beside">
        <input
          type="file"
          id={id}
          {...described(frame)}
          accept={field.accept?.join()}
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
        <p class="quiet small" role="status">
          {nameOf(value) ?? i18n.t('field.fileNone')}
        </p>
      </div>
    </FieldFrame>
  )
}

function nameOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : undefined
}
