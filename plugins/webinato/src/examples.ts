/** Examples of the Webinato plugin. @module */
import { roomLoginExamples } from '@joinery/room-login/examples'

export default roomLoginExamples('www.webinato.com')
