/** A field of a record with its label, told by attributes of its own element. @module */
import { api, LightningElement } from 'lwc'

export default class RecordLayoutItem extends LightningElement {
  @api fieldLabel
  @api selectionName

  connectedCallback() {
    this.setAttribute('field-label', this.fieldLabel)
    this.setAttribute('data-target-selection-name', this.selectionName)
  }
}
