// E-05: numbers journal entries without holes, grows the tree, signs its head, and notices when the past has changed (E-T4).
import { equal, hex, unbase64, utf8 } from '@ochno/evidence/bytes'
import { keyHint, checkpointBody, signedCheckpoint, type TreeHead } from '@ochno/evidence/checkpoint'
import { type JournalLeaf, leafText } from '@ochno/evidence/journal'
import { append, type CompactRange, emptyRange, leafHash, rangeRoot } from '@ochno/evidence/merkle'
import { hashingSync } from '@ochno/evidence/node/hash'
import type { Signer } from '@ochno/evidence/node/sign'
import type pg from 'pg'
import type { Clock } from '../../ports/clock.ts'
import { keepHead, lastHead } from './heads-file.ts'
import { rowsOf, type Sql, time, transaction } from './transaction.ts'

const BATCH = 1000

export type EntryRow = {
  n: string
  id: string
  tenant_id: string
  at: Date
  actor: string
  role: string
  action: string
  object: string
  purpose: string
  result: string
  commitment: Buffer
}

export const ENTRY =
  'e.id, e.tenant_id, e.at, e.actor, e.role, e.action, e.object, e.purpose, e.result, e.commitment'

/** What everyone who is shown the entry can compute again. */
export const leafOf = (seq: number, row: Omit<EntryRow, 'n'>): JournalLeaf => ({
  seq,
  at: time(row.at).toString(),
  actor: row.actor,
  role: row.role,
  tenant: row.tenant_id,
  action: row.action,
  object: row.object,
  purpose: row.purpose,
  result: row.result,
  details: hex(row.commitment),
})

const hashOf = (seq: number, row: Omit<EntryRow, 'n'>): Uint8Array =>
  hashingSync(leafHash(utf8(leafText(leafOf(seq, row)))))

/** What is wrong with the log, by name; null when nothing is. */
export type LogFault = 'rolled_back' | 'changed' | 'hole' | null

export type LogWriter = {
  /** Gives numbers to what was committed since; returns how many. */
  readonly sequence: () => Promise<number>
  /** Signs the tree as it is, unless it has not grown. Refuses when the past has changed. */
  readonly sign: () => Promise<string | null>
  /** Compares the database with the heads kept outside it; `whole` recomputes every leaf. */
  readonly audit: (whole: boolean) => Promise<LogFault>
  readonly size: () => number
}

export function logWriter(
  pool: pg.Pool,
  options: {
    readonly origin: string
    readonly signer: Signer
    readonly clock: Clock
    readonly headsFile: string
  },
): LogWriter {
  const { origin, signer, clock, headsFile } = options
  let range: CompactRange = emptyRange
  let loaded = false

  async function load(sql: Sql): Promise<void> {
    if (loaded) return
    const leaves = await rowsOf<{ leaf_sha256: Buffer }>(
      sql,
      'select leaf_sha256 from audit_leaf order by seq',
    )
    range = leaves.reduce<CompactRange>((sum, leaf) => hashingSync(append(sum, leaf.leaf_sha256)), emptyRange)
    loaded = true
  }

  const sequence = () =>
    transaction(pool, async (sql) => {
      // One writer at a time, whatever starts beside us.
      await sql.query('select pg_advisory_xact_lock(727003)')
      await load(sql)
      const [last] = await rowsOf<{ size: string }>(
        sql,
        'select coalesce(max(seq) + 1, 0) as size from audit_leaf',
      )
      const size = Number(last?.size)
      // A log shorter than we know it is not continued: the history would be hidden under new leaves.
      if (size < range.size) return 0
      if (size > range.size) {
        loaded = false
        await load(sql)
      }
      const rows = await rowsOf<EntryRow>(
        sql,
        `select p.n, ${ENTRY} from audit_pending p join audit_entry e on e.id = p.entry_id order by p.n limit ${BATCH}`,
      )
      if (rows.length === 0) return 0
      const leaves = rows.map((row, i) => hashOf(size + i, row))
      await sql.query(
        `insert into audit_leaf (seq, entry_id, leaf_sha256) select * from unnest($1::bigint[], $2::text[], $3::bytea[])`,
        [rows.map((_, i) => size + i), rows.map((row) => row.id), leaves],
      )
      await sql.query('delete from audit_pending where n = any ($1::bigint[])', [rows.map((row) => row.n)])
      return leaves
    }).then((leaves) => {
      if (leaves === 0) return 0
      for (const leaf of leaves) range = hashingSync(append(range, leaf))
      return leaves.length
    })

  const rootAt = async (size: number): Promise<Uint8Array> => {
    const leaves = await rowsOf<{ leaf_sha256: Buffer }>(
      pool,
      'select leaf_sha256 from audit_leaf where seq < $1 order by seq',
      [size],
    )
    const sum = leaves.reduce<CompactRange>((r, leaf) => hashingSync(append(r, leaf.leaf_sha256)), emptyRange)
    return hashingSync(rangeRoot(sum))
  }

  const audit = async (whole: boolean): Promise<LogFault> => {
    const [row] = await rowsOf<{ count: string; size: string }>(
      pool,
      'select count(*) as count, coalesce(max(seq) + 1, 0) as size from audit_leaf',
    )
    const size = Number(row?.size)
    const outside = lastHead(headsFile)
    if (outside && size < Number(outside.size)) return 'rolled_back'
    if (loaded && size < range.size) return 'rolled_back'
    if (Number(row?.count) !== size) return 'hole'
    if (outside && outside.size > 0n && !equal(await rootAt(Number(outside.size)), outside.root))
      return 'changed'
    if (whole)
      for (let from = 0; from < size; from += BATCH) {
        const rows = await rowsOf<Omit<EntryRow, 'n'> & { seq: string; leaf_sha256: Buffer }>(
          pool,
          `select l.seq, l.leaf_sha256, ${ENTRY} from audit_leaf l join audit_entry e on e.id = l.entry_id
           where l.seq >= $1 and l.seq < $2 order by l.seq`,
          [from, from + BATCH],
        )
        if (rows.some((one) => !equal(hashOf(Number(one.seq), one), one.leaf_sha256))) return 'changed'
      }
    return null
  }

  return {
    sequence,
    audit,
    size: () => range.size,
    sign: async () => {
      const outside = lastHead(headsFile)
      await transaction(pool, load)
      if (range.size === 0 || (outside && outside.size === BigInt(range.size))) return null
      if (await audit(false)) return null
      const head: TreeHead = { origin, size: BigInt(range.size), root: hashingSync(rangeRoot(range)) }
      // The key may have been changed since the last head.
      const hint = hashingSync(keyHint(origin, unbase64(signer.publicKey.key) as Uint8Array))
      const checkpoint = signedCheckpoint(head, hint, signer.sign(utf8(checkpointBody(head))))
      // Outside first: a head the database knows and the file does not could be rolled back unseen.
      keepHead(headsFile, checkpoint)
      await pool.query(
        `insert into audit_head (size, root, checkpoint, signed_at) values ($1, $2, $3, $4) on conflict (size) do nothing`,
        [range.size, head.root, checkpoint, clock.now().toString()],
      )
      return checkpoint
    },
  }
}
