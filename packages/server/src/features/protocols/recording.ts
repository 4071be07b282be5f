// What the recording says of itself: how much of it there is, and which pieces a mark rests on.
import { KIND, readHeader } from '@ochno/evidence/record'
import type { Manifest } from '@ochno/evidence/manifest'
import type { SessionId, TenantId } from '@ochno/domain/ids'
import type { SessionMark, TrackCoverage } from '../../ports/protocols.ts'
import type { ProtocolDeps } from './deps.ts'

/** Null: pieces of the recording still come, and what it is can not be said yet. */
export async function coverageOf(
  deps: Pick<ProtocolDeps, 'manifests' | 'recordings'>,
  tenant: TenantId,
  session: SessionId,
): Promise<readonly TrackCoverage[] | null> {
  const closed = await deps.manifests.find(tenant, session)
  if (!closed) return (await deps.recordings.tracks(tenant, session)).length > 0 ? null : []
  const manifest = JSON.parse(new TextDecoder().decode(closed.body)) as Manifest
  const length = Math.max(1, manifest.to_ms - manifest.from_ms)
  return manifest.tracks.flatMap(({ tid, covered_ms, count, gaps }) =>
    covered_ms === null || count === 0
      ? []
      : [
          {
            track: tid as TrackCoverage['track'],
            percent: Math.floor((covered_ms * 1000) / length) / 10,
            gaps: gaps.map(([from, to]) => [from, to] as const),
          },
        ],
  )
}

/** A piece is on its way for a while after it was recorded. */
const ON_ITS_WAY_MS = 5_000

/** Pieces of the recording by name, and the line of the session's log where the mark was made (R1-3.5). */
export async function evidenceOf(
  deps: Pick<ProtocolDeps, 'recordings'>,
  tenant: TenantId,
  session: SessionId,
  marks: readonly SessionMark[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>(marks.map(({ key }) => [key, []]))
  for (const tid of ['cam', 'screen'] as const) {
    if (marks.length === 0) break
    const records = (await deps.recordings.index(tenant, session, tid)).filter(
      ({ header }) => readHeader(header)?.kind === KIND.media,
    )
    for (const { key, from, to } of marks) {
      const end = (to ?? from).epochMilliseconds + ON_ITS_WAY_MS
      const pieces = records.filter(({ srvMs }) => srvMs >= from.epochMilliseconds && srvMs <= end)
      const [first, last] = [pieces[0], pieces.at(-1)]
      if (first && last) found.get(key)?.push(span(tid, first.seq, last.seq))
    }
  }
  for (const { key } of marks) found.get(key)?.push(`журнал/${key.split('-')[1]}`)
  return found
}

const five = (n: number) => String(n).padStart(5, '0')
const span = (tid: string, from: number, to: number) =>
  from === to ? `${tid}/${five(from)}` : `${tid}/${five(from)}–${five(to)}`
