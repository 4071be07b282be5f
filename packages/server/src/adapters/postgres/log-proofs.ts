// What a bundle says about the journal: the leaf of the closing, the way to a signed head, earlier heads that it continues.
import { base64, hex } from '@ochno/evidence/bytes'
import type { EarlierHead } from '@ochno/evidence/bundle/layout'
import { parseCheckpoint } from '@ochno/evidence/checkpoint'
import { leafText } from '@ochno/evidence/journal'
import { consistencyProof, inclusionProof, type Tree, tree } from '@ochno/evidence/merkle'
import type { Hashing } from '@ochno/evidence/hash'
import { hashingInTurns } from '@ochno/evidence/node/hash'
import type pg from 'pg'
import type { LogProofs } from '../../ports/evidence.ts'
import { ENTRY, type EntryRow, leafOf } from './log-writer.ts'
import { asTenant, rowsOf, type Sql } from './transaction.ts'

type Closing = EntryRow & { seq: string; salt: Buffer; details: Record<string, unknown> }
type Head = { size: string; checkpoint: string }

/** Heads that may be held outside: the last ones, those around the closing among them. */
const HEADS = 1000

export const postgresLogProofs = (app: pg.Pool): LogProofs => ({
  ofClosing: (tenant, session, manifestDigest) =>
    asTenant(app, tenant, async (sql) => {
      const entry = (
        await rowsOf<Closing>(
          sql,
          `select l.seq, d.salt, d.details, ${ENTRY} from audit_entry e
           join audit_leaf l on l.entry_id = e.id join audit_details d on d.entry_id = e.id
           where e.object = $1 and e.action = 'recording.close' order by l.seq`,
          [session],
        )
      ).find(({ details }) => details.manifest === manifestDigest)
      if (!entry) return null
      const index = Number(entry.seq)
      const newest = await newestHead(sql)
      if (!newest || Number(newest.size) <= index) return null
      return { checkpoint: newest.checkpoint, ...(await proofs(sql, entry, index, Number(newest.size))) }
    }),
})

const newestHead = async (sql: Sql): Promise<Head | null> =>
  (await rowsOf<Head>(sql, 'select size, checkpoint from audit_head order by size desc limit 1'))[0] ?? null

async function proofs(sql: Sql, entry: Closing, index: number, size: number) {
  const leaves = await rowsOf<{ leaf_sha256: Buffer }>(
    sql,
    'select leaf_sha256 from audit_leaf where seq < $1 order by seq',
    [size],
  )
  if (leaves.length !== size) throw new Error('the journal has a hole')
  const whole = await hashingInTurns(tree(leaves.map((leaf) => leaf.leaf_sha256)))
  const earlier = await rowsOf<Head>(
    sql,
    'select size, checkpoint from audit_head where size < $1 order by size desc limit $2',
    [size, HEADS],
  )
  return {
    entry: {
      leaf: leafText(leafOf(index, entry)),
      index,
      proof: (await hashingInTurns(inclusionProof(whole, index))).map(base64),
      salt: hex(entry.salt),
      details: entry.details,
    },
    heads: await hashingInTurns(continued(earlier, whole)),
  }
}

function* continued(earlier: readonly Head[], whole: Tree): Hashing<EarlierHead[]> {
  const heads: EarlierHead[] = []
  for (const { size, checkpoint } of earlier) {
    if (parseCheckpoint(checkpoint) === null) continue
    const proof = yield* consistencyProof(whole, Number(size))
    heads.push({ checkpoint, proof: proof.map(base64) })
  }
  return heads
}
