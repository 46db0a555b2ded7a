/** Opens an RSA private key in PEM format, by whatever the PEM says protects it. @module */
import { isPluginError } from '@joinery/sdk'
import { readArmour } from './armour.ts'
import { formsOf, type PasswordForm } from './password.ts'
import { damaged, unread } from './pem-errors.ts'
import { encryptedPkcs8, readPkcs8 } from './pkcs8.ts'
import { type RsaKey, readRsaKey, writePkcs8 } from './rsa.ts'
import { traditional } from './traditional.ts'

/** A key that is opened in two steps, since a password may have been made bytes of in more than one way. */
interface Locked {
  readonly decrypt: (password: PasswordForm) => Uint8Array | Promise<Uint8Array>
  readonly read: (der: Uint8Array) => RsaKey
}

/**
 * Opens an RSA private key and gives it as PKCS#8, byte for byte as OpenSSL writes it.
 *
 * Read are OpenSSL's traditional format (AES-128, -192 and -256, triple DES and DES in CBC mode), PKCS#8 plain, with PBES2
 * (PBKDF2 with HMAC over SHA-1, -224, -256, -384 or -512, scrypt; AES and triple DES) and with PKCS#12's triple DES. The
 * numbers of the key are checked against each other.
 *
 * @throws PluginError, and nothing else: `invalid` for a wrong password or a damaged key, whichever it is; `unsupported`
 * for an algorithm not read, by its name; `bad-answer` for no PEM or a bad initialisation vector; `unsafe` beyond limits.
 * @example
 * const pkcs8 = await openPem(encryptedDeviceKey, rolloutKey)
 */
export async function openPem(pem: string, password: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return writePkcs8(await keyIn(pem, password))
  } catch (error) {
    throw isPluginError(error) ? error : damaged()
  }
}

async function keyIn(pem: string, password: string): Promise<RsaKey> {
  const { label, headers, body } = readArmour(pem)
  switch (label) {
    case 'RSA PRIVATE KEY': {
      const dekInfo = headers.get('dek-info')
      const isEncrypted = dekInfo !== undefined || /encrypted/i.test(headers.get('proc-type') ?? '')
      return isEncrypted
        ? unlock({ decrypt: traditional(dekInfo, body), read: readRsaKey }, password)
        : readRsaKey(body)
    }
    case 'PRIVATE KEY':
      return readPkcs8(body)
    case 'ENCRYPTED PRIVATE KEY':
      return unlock({ decrypt: encryptedPkcs8(body), read: readPkcs8 }, password)
    default:
      throw unread(label)
  }
}

async function unlock({ decrypt, read }: Locked, password: string): Promise<RsaKey> {
  for (const form of formsOf(password)) {
    const der = await attempt(() => decrypt(form))
    if (der === undefined) continue
    const key = await attempt(() => read(der))
    if (key !== undefined) return key
  }
  throw damaged()
}

/** What a step gives; `undefined` where it fails for a reason that tells nothing. */
async function attempt<Result>(step: () => Result | Promise<Result>): Promise<Result | undefined> {
  try {
    return await step()
  } catch (error) {
    if (isPluginError(error)) throw error
    return undefined
  }
}
