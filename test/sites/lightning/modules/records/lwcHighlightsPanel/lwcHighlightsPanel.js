/** A record's highlights: gives the frame what it shows, as Salesforce's own generated component does. @module */
import { api, LightningElement } from 'lwc'

export default class LwcHighlightsPanel extends LightningElement {
  @api record
}
