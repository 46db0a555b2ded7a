/** Every check, in the order of the report: first what the plugin says, then what it does, then warnings. @module */
import { argumentsUntouched } from './checks/arguments-untouched.ts'
import { dataSurvivesJson } from './checks/data-survives-json.ts'
import { definition } from './checks/definition.ts'
import { everyActionHasAnExample } from './checks/every-action-has-an-example.ts'
import { goldenExamples } from './checks/golden-examples.ts'
import { hostLanguages } from './checks/host-languages.ts'
import { hostileFacts } from './checks/hostile-facts.ts'
import { httpFailures } from './checks/http-failures.ts'
import { needsHonoured } from './checks/needs-honoured.ts'
import { noBrokenValues } from './checks/no-broken-values.ts'
import { opensOnlyPermitted } from './checks/opens-only-permitted.ts'
import { patternsLinear } from './checks/patterns-linear.ts'
import { permissionsUsed } from './checks/permissions-used.ts'
import { permissionsWellFormed } from './checks/permissions-well-formed.ts'
import { pure } from './checks/pure.ts'
import { secretCanaries } from './checks/secret-canaries.ts'
import { textsComplete } from './checks/texts-complete.ts'
import { undeclaredFetch } from './checks/undeclared-fetch.ts'
import type { Check } from './report.ts'

/** Every check. */
export const checks: readonly Check[] = [
  definition,
  dataSurvivesJson,
  permissionsWellFormed,
  patternsLinear,
  textsComplete,
  goldenExamples,
  everyActionHasAnExample,
  pure,
  argumentsUntouched,
  needsHonoured,
  noBrokenValues,
  opensOnlyPermitted,
  hostileFacts,
  secretCanaries,
  undeclaredFetch,
  httpFailures,
  permissionsUsed,
  hostLanguages,
]
