// Protocols and decisions: signed papers are printed, sealed and kept; a result is decided by people alone.
import { appealRoutes } from '@ochno/contract/appeal-routes'
import { debtRoutes } from '@ochno/contract/debts'
import { decisionRoutes } from '@ochno/contract/decisions'
import { protocolRoutes } from '@ochno/contract/protocols'
import { isWatchedThroughout } from '@ochno/domain/recording/track'
import { sha256 } from '@ochno/evidence/node/hash'
import type { KeyEncryption } from '../adapters/media-crypto/media-keys.ts'
import { fileSeal } from '../adapters/media-crypto/file-seal.ts'
import { postgresManifests } from '../adapters/postgres/evidence.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { disputeUse } from '../features/consents/dispute-use.ts'
import { appealedResults } from '../features/decisions/on-appeal.ts'
import { decidedForms } from '../features/protocols/decided-forms.ts'
import { papersOf } from '../features/protocols/papers-of.ts'
import { paperPress } from '../features/protocols/press-papers.ts'
import { placeSession } from '../features/watch/read-timeline.ts'
import { appealHandlers } from '../http/appeals.ts'
import { debtHandlers } from '../http/debts.ts'
import { decisionHandlers } from '../http/decisions.ts'
import { protocolHandlers } from '../http/protocols.ts'
import type { DiskState } from '../ports/disk.ts'
import type { ObjectStore } from '../ports/objects.ts'
import type { Printer } from '../ports/print.ts'
import type { Recordings } from '../ports/recordings.ts'
import type { PersonPapers } from '../ports/subject-exports.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export function composeProtocols(
  { pools, ids, audit }: Base,
  from: {
    readonly kek: readonly KeyEncryption[]
    readonly objects: ObjectStore
    readonly disk: () => DiskState
    readonly printer: Printer
    readonly recordings: Recordings
  },
): Part & { readonly papers: PersonPapers } {
  const store = postgresStore(pools.app, ids)
  const seal = fileSeal(from.kek, 'paper')
  const { objects, printer, recordings } = from
  const press = paperPress({ ids, printer, objects, seal, sha256, diskTakes: () => from.disk().takesNew })
  const manifests = postgresManifests(pools.ingest)
  return {
    papers: papersOf({ store, objects, seal }),
    routes: [
      ...mounted(
        protocolRoutes,
        protocolHandlers({ store, manifests, recordings, press, objects, seal, audit }),
      ),
      ...mounted(
        appealRoutes,
        appealHandlers({
          store,
          ids,
          audit,
          press,
          objects,
          seal,
          results: appealedResults,
          disputeUse: disputeUse(store),
          pieces: async (tenant, id) => {
            const { zeroMs, tracks } = await placeSession({ recordings }, { tenant, id })
            return tracks
              .filter(({ tid }) => isWatchedThroughout(tid))
              .flatMap(({ tid, fragments }) =>
                fragments.map(({ seq, atMs, durMs }) => ({
                  tid,
                  seq,
                  from: Math.round(zeroMs + atMs),
                  to: Math.round(zeroMs + atMs + durMs),
                })),
              )
          },
        }),
      ),
      ...mounted(debtRoutes, debtHandlers({ store, printer })),
      ...mounted(decisionRoutes, decisionHandlers({ store, ids, press, decidedForms })),
    ],
  }
}
