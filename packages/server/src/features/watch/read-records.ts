import { RECORDS_AT_ONCE } from '@ochno/contract/watch'
import type { SessionId } from '@ochno/domain/ids'
import type { Span } from '@ochno/domain/recording/coverage'
import type { TrackId } from '@ochno/domain/recording/track'
import type { ViewId, WatchedSession } from '../../ports/watching.ts'
import { type AccessRefusal, accessTo } from './access.ts'
import { type No, no, type Viewer, type WatchDeps } from './deps.ts'
import { within } from './cut.ts'
import { journalled } from './journalled.ts'
import { placeSession } from './read-timeline.ts'

/** A viewer who asks for more gets the records that fit and asks again. */
const BYTES_AT_ONCE = 16 * 1024 * 1024

export type RecordsAsk = {
  readonly session: SessionId
  readonly tid: TrackId
  readonly from: number
  readonly to: number
  readonly init: number | null
  readonly view: ViewId | null
}

type Bytes = { readonly ok: true; readonly bytes: AsyncIterable<Uint8Array> }

/** One journal row with the range per request, committed before the first byte (P-25, T-11). */
export async function readRecords(
  deps: WatchDeps,
  viewer: Viewer,
  ask: RecordsAsk,
): Promise<Bytes | No<AccessRefusal | 'range_too_large' | 'journal_unavailable'>> {
  if (ask.to < ask.from || ask.to - ask.from >= RECORDS_AT_ONCE) return no('range_too_large')
  const access = await accessTo(deps, viewer, ask.session, ask.view)
  if (!access.ok) return access
  if (access.piece && !(await isInPiece(deps, access.session, access.piece, ask))) return no('not_found')
  const written = await journalled(deps, viewer, {
    session: ask.session,
    role: access.role,
    action: 'records',
    purpose: access.purpose,
    view: access.view,
    tid: ask.tid,
    seqFrom: ask.from,
    seqTo: ask.to,
    startedAt: null,
    endedAt: null,
  })
  if (!written) return no('journal_unavailable')
  return { ok: true, bytes: bytesOf(deps, viewer, ask) }
}

/** Who looks at a piece gets the records of the piece, and the beginning of the stream they need. */
async function isInPiece(
  deps: Pick<WatchDeps, 'recordings'>,
  session: WatchedSession,
  piece: Span,
  { tid, from, to, init }: RecordsAsk,
): Promise<boolean> {
  const { zeroMs, tracks } = await placeSession(deps, session)
  const track = tracks.find((one) => one.tid === tid)
  const span = { from: piece.from - zeroMs, to: piece.to - zeroMs }
  const own = track?.fragments.filter((one) => within(one, span)) ?? []
  const begins = track?.epochs.filter(({ epoch }) => own.some((one) => one.epoch === epoch)) ?? []
  const [first, last] = [own[0]?.seq, own.at(-1)?.seq]
  const isInit = (seq: number) => begins.some(({ initSeq }) => initSeq === seq)
  return (
    first !== undefined &&
    last !== undefined &&
    ((from >= first && to <= last) || (from === to && isInit(from))) &&
    (init === null || isInit(init))
  )
}

export async function* bytesOf(
  deps: Pick<WatchDeps, 'recordings'>,
  viewer: Pick<Viewer, 'tenant'>,
  ask: Omit<RecordsAsk, 'view'>,
): AsyncGenerator<Uint8Array> {
  const { session, tid, from, to, init } = ask
  const read = (first: number, last: number) => deps.recordings.read(viewer.tenant, session, tid, first, last)
  let sent = 0
  if (init !== null && init < from)
    for await (const record of read(init, init)) {
      yield record.header
      yield record.payload
    }
  for await (const record of read(from, to)) {
    if (sent > 0 && sent + record.payload.length > BYTES_AT_ONCE) return
    sent += record.payload.length
    yield record.header
    yield record.payload
  }
}
