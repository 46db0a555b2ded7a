/** What our own pages show of the vault, locked or not. @module */
import { endsToWarnOf } from '../certificates/validity.ts'
import { countWaiting } from './companions/waiting.ts'
import { readPolicy } from './policy.ts'
import { type Policy, policyIn } from './policy-form.ts'
import { planFor } from './policy-plan.ts'
import { readPreferences } from './preferences.ts'
import { staysUnlocked, vaultState } from './vault-session.ts'
import type { VaultView } from './views.ts'

const AT_ONCE_MILLISECONDS = 300

/** The vault's state and settings; our own pages are told when there is more to show. */
export async function viewOfVault(): Promise<VaultView> {
  const state = await vaultState()
  const [stays, policy] = await Promise.all([staysUnlocked(), policyFor(state)])
  const [preferences, waitingCompanions] = await Promise.all([readPreferences(policy), countWaiting()])
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
    waitingCompanions,
    needsBackup: policy.allowBackup && targetAddedAt > (backedUpAt ?? 0),
    ...(companyName === undefined ? {} : { companyName }),
    ...(supportText === undefined ? {} : { supportText }),
    policyFaults: planFor(policy).faults,
  }
}

// Right after its start, a browser takes seconds to tell of policies; the passphrase is asked for meanwhile.
async function policyFor(state: VaultView['state']): Promise<Policy> {
  const reading = readPolicy()
  if (state !== 'locked') return await reading
  const none = new Promise<Policy>((resolve) => setTimeout(() => resolve(policyIn({})), AT_ONCE_MILLISECONDS))
  return await Promise.race([reading, none])
}
