/** A record's details: a labelled item for each field. @module */
import { api, LightningElement } from 'lwc'

export default class LwcDetailPanel extends LightningElement {
  @api record
}
