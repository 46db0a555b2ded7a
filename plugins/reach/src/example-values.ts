/** The values that the examples share: all made up. @module */

/** 2023-11-14T22:13:20Z. */
export const NOW = 1_700_000_000_000

/** Where the calls go. */
export const API = 'https://webapi.teamviewer.com/api/v1'

const TOKEN = 'a script token made up for these examples'.replaceAll(' ', '-')
const VENDOR_TOKEN = 'a vendor token made up for these examples'.replaceAll(' ', '-')

/** An organisation. */
export const account = { tenantId: 't0001', token: TOKEN, vendorToken: VENDOR_TOKEN }

/** The headers of a call with the script token. */
export const headers = { accept: 'application/json', authorization: `Bearer ${TOKEN}` }

/** The headers of a call with the vendor token. */
export const vendorHeaders = { ...headers, authorization: `Bearer ${VENDOR_TOKEN}` }

/** The id that the document's own examples have (seed). */
export const REMOTECONTROL_ID = 'r124124124'
export const REQUEST_ID = '{8c4fa1a7-9d1c-41e9-be17-70e95c289080}'
export const DEVICE_KEY_ID = '{114fa1a7-abab-41e9-be17-70e95c289080}'
