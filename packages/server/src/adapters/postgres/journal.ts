import { consistencyProof, tree } from '@ochno/evidence/merkle'
import { hashingSync } from '@ochno/evidence/node/hash'
import type pg from 'pg'
import type { Journal, JournalRow } from '../../ports/journal.ts'
import { readPage } from './pages.ts'
import { asTenant, rowsOf, time } from './transaction.ts'

type Row = Omit<JournalRow, 'at' | 'seq' | 'actorName'> & {
  at: Date
  seq: string | null
  actor_name: string | null
}

export const postgresJournal = (app: pg.Pool): Journal => ({
  read: (tenant, { object, find }, page) =>
    asTenant(app, tenant, async (sql) => {
      const found = await readPage<Row>(
        sql,
        tenant,
        {
          name: 'journal',
          select:
            'e.id, l.seq, e.at, e.actor, a.full_name as actor_name, e.role, e.action, e.object, e.purpose, e.result',
          from: `from audit_entry e left join audit_leaf l on l.entry_id = e.id left join account a on a.id = e.actor
            where ${object === null ? '$1::text is null' : 'e.object = $1'}
              and ${find === '' ? "$2 = ''" : "position(lower($2) in lower(concat_ws(' ', a.full_name, e.action, e.object))) > 0"}`,
          values: [object, find],
          by: [
            { sql: 'e.at', as: 'timestamptz', down: true },
            { sql: 'e.id', as: 'text', down: true },
          ],
        },
        page,
      )
      return (
        found && {
          ...found,
          rows: found.rows.map((row) => ({
            id: row.id,
            seq: row.seq === null ? null : Number(row.seq),
            at: time(row.at),
            actor: row.actor,
            actorName: row.actor_name,
            role: row.role,
            action: row.action,
            object: row.object,
            purpose: row.purpose,
            result: row.result,
          })),
        }
      )
    }),
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
