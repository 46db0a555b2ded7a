/** One sentence for the user that screen readers announce. @module */
import { Icon } from './icons.tsx'

/** What a message says, and whether it is good news. */
export interface Notice {
  readonly tone: 'done' | 'problem'
  readonly text: string
}

/** A live region; it stays in the page so that its changes are heard. */
export function Message({ notice }: { readonly notice: Notice | undefined }) {
  return (
    <div class="live" role="status">
      {notice !== undefined && (
        <p class={`message message-${notice.tone}`} role={notice.tone === 'problem' ? 'alert' : undefined}>
          <Icon name={notice.tone} />
          <span>
            <bdi>{notice.text}</bdi>
          </span>
        </p>
      )}
    </div>
  )
}
