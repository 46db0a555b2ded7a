/** The frame of a record's highlights, with slots for what the record shows. @module */
import { api, LightningElement } from 'lwc'

export default class Highlights2 extends LightningElement {
  @api objectLabel
}
