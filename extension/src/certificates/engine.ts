/** WebCrypto, as pkijs wants it handed over; pages and Node have the same. @module */
import { CryptoEngine } from 'pkijs'

/** What every operation of pkijs is given, so that none depends on what it finds by itself. */
export const engine = new CryptoEngine({ name: '', crypto })
