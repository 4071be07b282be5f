import { trackIds } from '@ochno/domain/recording/track'
import { KIND, readHeader } from '@ochno/evidence/record'
import type { Seat } from '../../ports/ingest.ts'
import type { Recordings } from '../../ports/recordings.ts'
import type { Stage } from './live-hub.ts'

/** After a restart in mid-recording those who join need the decoder's head of the epoch that still runs. */
export async function prime(
  { stage, recordings }: { readonly stage: Stage; readonly recordings: Recordings },
  { tenant, session }: Seat,
): Promise<void> {
  const there = new Set(stage.primed(session))
  for (const tid of trackIds) {
    if (tid === 'events' || there.has(tid)) continue
    const index = await recordings.index(tenant, session, tid)
    const init = index.findLast(({ header }) => readHeader(header)?.kind === KIND.init)
    if (!init) continue
    for await (const { header, payload } of recordings.read(tenant, session, tid, init.seq, init.seq))
      stage.prime(session, tid, { header, payload })
  }
}
