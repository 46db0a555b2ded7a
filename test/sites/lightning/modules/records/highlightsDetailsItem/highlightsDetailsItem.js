/** One of the facts below a record's name. @module */
import { api, LightningElement } from 'lwc'

export default class HighlightsDetailsItem extends LightningElement {
  @api label
}
