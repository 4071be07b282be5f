// Records against each other: form, order, headers, both chains, receipts.
import { isTrackId, trackNumbers } from '@ochno/domain/recording/track'
import { hex, unbase64 } from '../bytes.ts'
import { chainNext, genesis } from '../chain.ts'
import { sha256 } from '../hash.ts'
import { canonical } from '../jcs.ts'
import { type PublicKey, verifySignature } from '../keys.ts'
import { type Accepted, type Manifest, nonceOf, type TrackSummary } from '../manifest.ts'
import { byPlace, metaOf } from '../meta.ts'
import { readHeader } from '../record.ts'
import { receiptBytes, receiptOf } from '../receipt.ts'
import type { RecordLine } from './layout.ts'
import type { Findings } from './report.ts'
import { readLine } from './schema.ts'

export type Checked = Accepted & { readonly line: RecordLine; readonly prev: Uint8Array }

export const nameOf = (meta: { readonly tid: string; readonly seq: number }): string =>
  `${meta.tid} № ${meta.seq}`

/** The records that can be read at all, in their order. */
export async function readRecords(
  text: string,
  manifest: Manifest,
  findings: Findings,
): Promise<readonly Checked[]> {
  const out: Checked[] = []
  const lines = text.split('\n')
  if (lines.pop() !== '') findings.problem('record_form', 'records.jsonl')
  for (const [at, source] of lines.entries()) {
    findings.count('records')
    const line = readLine(source)
    const bytes = line && unbase64(line.header)
    const header = bytes && readHeader(bytes)
    if (!line || !header) {
      findings.problem('record_form', `records.jsonl:${at + 1}`)
      continue
    }
    const { meta } = line
    const before = out.at(-1)
    if (before && byPlace(before.meta, meta) >= 0) findings.problem('record_order', nameOf(meta))
    else if (before?.meta.tid === meta.tid && before.meta.seq >= meta.seq)
      findings.problem('record_order', nameOf(meta))
    const known = isTrackId(meta.tid) && manifest.tracks.some(({ tid }) => tid === meta.tid)
    if (meta.sid !== manifest.sid || !known) {
      findings.problem('record_foreign', nameOf(meta))
      continue
    }
    const said = metaOf(header, await sha256(bytes), { ...meta, srvMs: meta.srv_ms })
    const numbered = isTrackId(meta.tid) && trackNumbers[meta.tid] === header.track
    if (!numbered || canonical(said) !== canonical(meta)) findings.problem('header', nameOf(meta))
    out.push({ meta, header, line, prev: header.prev })
  }
  return out
}

/** The client's chain in order of seq, the server's in order of acceptance, a receipt for every link. */
export async function checkTrack(
  sid: string,
  track: TrackSummary,
  records: readonly Checked[],
  keys: readonly PublicKey[],
  findings: Findings,
): Promise<void> {
  const first = await genesis(sid, track.tid, nonceOf(track))
  let before: Checked | null = null
  for (const record of records) {
    const neighbour = before?.meta.seq === record.meta.seq - 1
    const expected = record.meta.seq === 0 ? hex(first) : neighbour ? before?.meta.head : null
    findings.count('chain')
    if (expected && hex(record.prev) !== expected) findings.problem('client_chain', nameOf(record.meta))
    before = record
  }
  let link = first
  let clock = 0
  for (const [n, { meta, line }] of records.toSorted((a, b) => a.meta.n - b.meta.n).entries()) {
    if (meta.n !== n) findings.problem('acceptance', nameOf(meta))
    if (meta.srv_ms < clock) findings.problem('time_order', nameOf(meta))
    clock = meta.srv_ms
    link = await chainNext(link, meta)
    findings.count('receipts')
    if (!(await receiptHolds(line, link, keys))) findings.problem('receipt', nameOf(meta))
  }
  if (hex(link) !== track.chain) findings.problem('server_chain', track.tid)
}

async function receiptHolds(
  line: RecordLine,
  chain: Uint8Array,
  keys: readonly PublicKey[],
): Promise<boolean> {
  const key = keys.find(({ id, use }) => id === line.key && use === 'receipt')
  const sig = unbase64(line.sig)
  return (
    key !== undefined &&
    sig !== null &&
    (await verifySignature(key, receiptBytes(receiptOf(line.meta, chain)), sig))
  )
}
