/** A link to another record. @module */
import { api, LightningElement } from 'lwc'

export default class Lookup extends LightningElement {
  @api recordId
  @api name

  get address() {
    return `/lightning/r/Account/${this.recordId}/view`
  }
}
