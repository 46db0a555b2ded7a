/** What our own pages show of the vault, locked or not. @module */
import { endsToWarnOf } from '../certificates/validity.ts'
import { readPolicy } from './policy.ts'
import { planFor } from './policy-plan.ts'
import { readPreferences } from './preferences.ts'
import { staysUnlocked, vaultState } from './vault-session.ts'
import type { VaultView } from './views.ts'

/** The vault's state and settings. */
export async function viewOfVault(): Promise<VaultView> {
  const [state, stays, policy, preferences] = await Promise.all([
    vaultState(),
    staysUnlocked(),
    readPolicy(),
    readPreferences(),
  ])
  const { idleMinutes, backedUpAt, targetAddedAt = 0, certificateEnds = [] } = preferences
  const { companyName, supportText } = policy
  return {
    state,
    staysUnlocked: stays,
    mayStayUnlocked: policy.allowStayUnlocked,
    mayBackUp: policy.allowBackup,
    idleMinutes,
    isIdleTimeManaged: policy.idleMinutes !== undefined,
    ...(backedUpAt === undefined ? {} : { backedUpAt }),
    endingCertificates: endsToWarnOf(certificateEnds, Date.now()),
    needsBackup: policy.allowBackup && targetAddedAt > (backedUpAt ?? 0),
    ...(companyName === undefined ? {} : { companyName }),
    ...(supportText === undefined ? {} : { supportText }),
    policyFaults: planFor(policy).faults,
  }
}
