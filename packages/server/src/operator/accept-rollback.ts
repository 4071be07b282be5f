// The journal ends before a head that was signed: the database is older than what left the house (E-T4). A person who knows why
// (an old copy was restored) accepts it in writing; nothing is thrown away, and the journal says itself what it lost.
import { copyFileSync, renameSync, rmSync } from 'node:fs'
import type { Signer } from '@ochno/evidence/node/sign'
import { hex } from '@ochno/evidence/bytes'
import type pg from 'pg'
import { keptHeads, writeHeads } from '../adapters/postgres/heads-file.ts'
import { type LogFault, logWriter } from '../adapters/postgres/log-writer.ts'
import type { Clock } from '../ports/clock.ts'
import type { Stopped } from './stopped-server.ts'

export type Accepted =
  | {
      readonly ok: true
      /** The journal holds so many acts; it had this many when the newest lost head was signed. */
      readonly holds: number
      readonly had: number
      /** Where the lost heads are kept. */
      readonly aside: string
    }
  | { readonly ok: false; readonly why: 'nothing_lost' | Exclude<LogFault, null | 'rolled_back'> }

export async function acceptRollback(
  from: {
    readonly log: pg.Pool
    readonly headsFile: string
    readonly signer: Signer
    readonly clock: Clock
    readonly tell: Stopped['tell']
  },
  reason: string,
): Promise<Accepted> {
  const { log, headsFile, signer, clock, tell } = from
  const auditOver = (file: string) =>
    logWriter(log, { origin: 'ochno/journal', signer, clock, headsFile: file }).audit(true)

  const fault = await auditOver(headsFile)
  if (fault === null) return { ok: false, why: 'nothing_lost' }
  if (fault !== 'rolled_back') return { ok: false, why: fault }
  const { holds, signed } = await sizes(log)
  // An older copy of the database knows no head beyond itself: here rows were taken out of a database that goes on.
  if (signed > holds) return { ok: false, why: 'changed' }
  const heads = keptHeads(headsFile)
  const lost = heads.filter(({ head }) => head.size > BigInt(holds))
  const fresh = `${headsFile}.new`
  writeHeads(
    fresh,
    heads.filter(({ head }) => head.size <= BigInt(holds)),
  )
  const left = await auditOver(fresh)
  if (left !== null) {
    rmSync(fresh)
    return { ok: false, why: left === 'hole' ? 'hole' : 'changed' }
  }
  const newest = lost.at(-1)
  if (!newest) throw new Error('rolled back without a lost head')
  const aside = headsFile.replace(/\.txt$/, `.lost-${clock.ms()}.txt`)
  await tell('journal.rollback_accepted', 'journal', {
    reason,
    holds,
    had: Number(newest.head.size),
    root: hex(newest.head.root),
  })
  copyFileSync(headsFile, aside)
  renameSync(fresh, headsFile)
  return { ok: true, holds, had: Number(newest.head.size), aside }
}

async function sizes(log: pg.Pool): Promise<{ holds: number; signed: number }> {
  const { rows } = await log.query<{ holds: string; signed: string }>(
    `select (select coalesce(max(seq) + 1, 0) from audit_leaf) as holds,
       (select coalesce(max(size), 0) from audit_head) as signed`,
  )
  return { holds: Number(rows[0]?.holds), signed: Number(rows[0]?.signed) }
}
