/** Webinato: conference rooms by the same room login as omNovia (vendors.md 1). @module */
import { roomLogin } from '@joinery/room-login'

/** The Webinato plugin. */
export const webinato = roomLogin({ id: 'com.webinato', name: 'Webinato', version: '1.0.0', host: 'www.webinato.com' })

export default webinato
