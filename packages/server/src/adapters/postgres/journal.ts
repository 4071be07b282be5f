import { consistencyProof, tree } from '@ochno/evidence/merkle'
import { hashingSync } from '@ochno/evidence/node/hash'
import type pg from 'pg'
import type { Journal, JournalRow } from '../../ports/journal.ts'
import { asTenant, rowsOf, stamp, time } from './transaction.ts'

type Row = Omit<JournalRow, 'at' | 'seq' | 'actorName'> & {
  at: Date
  seq: string | null
  actor_name: string | null
}

export const postgresJournal = (app: pg.Pool): Journal => ({
  read: (tenant, { object, before, limit }) =>
    asTenant(app, tenant, async (sql) =>
      (
        await rowsOf<Row>(
          sql,
          `select l.seq, e.at, e.actor, a.full_name as actor_name, e.role, e.action, e.object, e.purpose, e.result
           from audit_entry e left join audit_leaf l on l.entry_id = e.id left join account a on a.id = e.actor
           where ($1::text is null or e.object = $1) and ($2::timestamptz is null or e.at < $2)
           order by e.at desc, e.id limit $3`,
          [object, stamp(before), limit],
        )
      ).map(({ actor_name, ...row }) => ({
        ...row,
        actorName: actor_name,
        seq: row.seq === null ? null : Number(row.seq),
        at: time(row.at),
      })),
    ),
  head: async () =>
    (
      await rowsOf<{ checkpoint: string }>(
        app,
        'select checkpoint from audit_head order by size desc limit 1',
      )
    )[0]?.checkpoint ?? null,
  consistency: async (from, to) => {
    if (from > to) return null
    const leaves = await rowsOf<{ leaf_sha256: Buffer }>(
      app,
      'select leaf_sha256 from audit_leaf where seq < $1 order by seq',
      [to],
    )
    if (leaves.length < to) return null
    const whole = hashingSync(tree(leaves.map((leaf) => leaf.leaf_sha256)))
    return hashingSync(consistencyProof(whole, from, to))
  },
})
