/** A place for files: they are dropped there, or chosen. @module */

import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'

interface DropPlaceProps {
  readonly title: string
  readonly label: string
  /** File name endings to offer, such as `.pem,.crt`. */
  readonly accept?: string
  readonly takesMany?: boolean
  onFiles(files: readonly File[]): void
}

/** The frame, and the browser's own chooser in it for those who do not drag. */
export function DropPlace({ title, label, accept, takesMany = false, onFiles }: DropPlaceProps) {
  const isOver = useSignal(false)
  const id = useId()
  return (
    <fieldset
      class={isOver.value ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        isOver.value = true
      }}
      onDragLeave={() => {
        isOver.value = false
      }}
      onDrop={(event) => {
        event.preventDefault()
        isOver.value = false
        onFiles([...(event.dataTransfer?.files ?? [])])
      }}
    >
      <legend>{title}</legend>
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={takesMany}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          // The same file may be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </fieldset>
  )
}
