/** A text as a QR code, for a phone's camera. @module */
import { encode } from 'uqr'

// What the largest code holds at the lowest correction.
const MOST_BYTES = 2953
// As wide as the standard asks for, or cameras do not find the code.
const QUIET_ZONE = 4

interface QrCodeProps {
  readonly text: string
  /** What the code is, for those who do not see it; the text itself is not told. */
  readonly label: string
}

/** Whether a code has room for a text. */
export function fitsQrCode(text: string): boolean {
  return new TextEncoder().encode(text).length <= MOST_BYTES
}

/** The code, dark on white whatever the page's colours are, as wide as what is around it; nothing where the text is too long. */
export function QrCode({ text, label }: QrCodeProps) {
  if (!fitsQrCode(text)) return null
  const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: 0 })
  const side = size + 2 * QUIET_ZONE
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
      style={{ forcedColorAdjust: 'none' }}
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={data.flatMap(runsOf).join('')} fill="#000" />
    </svg>
  )
}

// One rectangle for dark squares that stand side by side.
function runsOf(row: readonly boolean[], y: number): readonly string[] {
  return row.flatMap((isDark, x) => {
    if (!isDark || row[x - 1] === true) return []
    const end = row.indexOf(false, x)
    const width = (end === -1 ? row.length : end) - x
    return `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${width}v1h-${width}z`
  })
}
