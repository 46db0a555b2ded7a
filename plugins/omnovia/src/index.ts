/** omNovia: conference rooms by room login (vendors.md 1). @module */
import { roomLogin } from '@joinery/room-login'

/** The omNovia plugin. */
export const omnovia = roomLogin({ id: 'com.omnovia', name: 'omNovia', version: '1.0.0', host: 'www.omnovia.com' })

export default omnovia
