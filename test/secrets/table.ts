/**
 * What each plugin does with its secrets: by plugin, action and field, where a secret goes, and what it shapes without being
 * in it. Whatever is not here, a secret must not do. Nothing here puts one into a link that is shown, into an outcome's
 * words, an error, a line of diagnosis, an address that is called, or what is stored in the open.
 *
 * `is in`: the secret itself. `shapes`: something that was made with it, such as a hash, a signature or a token.
 *
 * @module
 */
export const SECRET_USES: { readonly [use: string]: readonly string[] } = {
  // The signature is an MD5 over the link’s values and the password (room-login, sign.ts).
  'com.omnovia join account.companyPass': ['shapes sensitive link'],
  'com.omnovia invite account.companyPass': ['shapes outcome'],
  'com.webinato join account.companyPass': ['shapes sensitive link'],
  'com.webinato invite account.companyPass': ['shapes outcome'],

  // A moderator's token is what opens the vendor's program; the link is opened and never shown. Participants' tokens go to
  // the participants, in links of their own; what they are stored in is read as a list, and no canary is one.
  'com.netviewer join target.moderatorToken': ['is in sensitive link'],
  'com.netviewer joinByToken input.token': ['is in sensitive link'],

  // Tokens of the web API go into the header `Authorization`, and a device's own into the request that unregisters it. The
  // device's key opens what TeamViewer answers to `control`, and with that a link is signed: no other key opens it.
  'com.teamviewer.reach register account.token': ['is in request header'],
  'com.teamviewer.reach control account.token': ['is in request header'],
  'com.teamviewer.reach unregister account.token': ['is in request header'],
  'com.teamviewer.reach unregister target.decommissionToken': ['is in request body'],
  'com.teamviewer.reach devices account.token': ['is in request header'],
  'com.teamviewer.reach report account.token': ['is in request header'],
  'com.teamviewer.reach appRegistration account.token': ['is in request header'],
  'com.teamviewer.reach tenants account.vendorToken': ['is in request header'],
  'com.teamviewer.reach test account.token': ['is in request header'],
  'com.teamviewer.reach test account.vendorToken': ['is in request header'],

  // The checksum over a call is a hash with the secret at its end (signed-url.ts).
  'org.bigbluebutton join account.secret': ['shapes request address', 'shapes sensitive link'],
  'org.bigbluebutton invite account.secret': ['shapes outcome'],
  'org.bigbluebutton running account.secret': ['shapes request address'],
  'org.bigbluebutton end account.secret': ['shapes request address'],
  'org.bigbluebutton recordings account.secret': ['shapes request address'],
  'org.bigbluebutton test account.secret': ['shapes request address'],

  // Tokens are signed by HMAC or RSA (sign.ts).
  'org.jitsi join account.appSecret': ['shapes sensitive link'],
  'org.jitsi join account.privateKey': ['shapes sensitive link'],
  'org.jitsi invite account.appSecret': ['shapes outcome'],
  'org.jitsi invite account.privateKey': ['shapes outcome'],
}
