/** Examples of the omNovia plugin. @module */
import { roomLoginExamples } from '@joinery/room-login/examples'

export default roomLoginExamples('www.omnovia.com')
