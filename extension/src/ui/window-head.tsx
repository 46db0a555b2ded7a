/** The heading of a window of ours. @module */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'

interface WindowHeadProps {
  /** What stands before the words, where it is not our own mark. */
  readonly icon?: IconName
  readonly children: ComponentChildren
}

/** Our mark, so that one sees whose window it is, or the sign of what it is about; and the words beside it. */
export function WindowHead({ icon, children }: WindowHeadProps) {
  return (
    <h1 class="window-head">
      {icon === undefined ? <img src="/icon/48.png" alt="" width="28" height="28" /> : <Icon name={icon} />}
      <span>{children}</span>
    </h1>
  )
}
