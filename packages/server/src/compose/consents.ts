import { consentRoutes } from '@ochno/contract/consent-routes'
import { newProgrammeRoutes } from '@ochno/contract/new-programmes'
import { withdrawalRoutes } from '@ochno/contract/withdrawals'
import { sha256 } from '@ochno/evidence/node/hash'
import type { KeyEncryption } from '../adapters/media-crypto/media-keys.ts'
import { fileSeal } from '../adapters/media-crypto/file-seal.ts'
import { postgresInstitutionsUnderAct } from '../adapters/postgres/consents.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { sha256Text } from '../adapters/system/digest.ts'
import { copiesOf } from '../features/consents/copies-of.ts'
import type { ConsentDeps } from '../features/consents/deps.ts'
import { appealedResults } from '../features/decisions/on-appeal.ts'
import { consentHandlers } from '../http/consents.ts'
import { newProgrammeHandlers } from '../http/new-programmes.ts'
import { withdrawalHandlers } from '../http/withdrawals.ts'
import { remindOriginalsCrontab, remindOriginalsTasks } from '../jobs/remind-originals.ts'
import type { DiskState } from '../ports/disk.ts'
import type { ObjectStore } from '../ports/objects.ts'
import type { Printer } from '../ports/print.ts'
import type { PersonPapers } from '../ports/subject-exports.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export function composeConsents(
  base: Base,
  from: {
    readonly kek: readonly KeyEncryption[]
    readonly objects: ObjectStore
    readonly disk: () => DiskState
    readonly printer: Printer
    readonly running: ConsentDeps['running']
  },
): Part & { readonly copies: PersonPapers } {
  const { pools, clock, ids, log, audit } = base
  const deps = { store: postgresStore(pools.app, ids), ids, digest: sha256Text }
  const whole: ConsentDeps = {
    ...deps,
    sha256,
    printer: from.printer,
    objects: from.objects,
    seal: fileSeal(from.kek, 'scan'),
    audit,
    log,
    diskTakes: () => from.disk().takesNew,
    running: from.running,
  }
  return {
    copies: copiesOf(whole),
    routes: [
      ...mounted(consentRoutes, consentHandlers(whole)),
      ...mounted(withdrawalRoutes, withdrawalHandlers({ ...deps, relatives: appealedResults.relatives })),
      ...mounted(newProgrammeRoutes, newProgrammeHandlers({ ...deps, relatives: appealedResults.relatives })),
    ],
    tasks: remindOriginalsTasks({
      ...deps,
      clock,
      institutions: postgresInstitutionsUnderAct(pools.auth),
    }),
    crontab: remindOriginalsCrontab,
  }
}
