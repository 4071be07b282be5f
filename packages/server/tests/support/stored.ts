// What a request leaves behind: rows written, by table and moment, and files below the data folder.
import { readdirSync } from 'node:fs'
import type { TestDatabase } from '@ochno/testkit/database'

/** `what`: "insert exam", "update sign_in". */
export type Written = { readonly what: string; readonly atMs: number }

/** From now on every written row of every table is noted; a rolled back one leaves no note, as it leaves no row. */
export async function watchRows(db: TestDatabase): Promise<() => Promise<Written[]>> {
  await db.owner(`create unlogged table written_by_test (what text not null, at timestamptz not null);
    create function note_written() returns trigger language plpgsql security definer as
      $$ begin insert into public.written_by_test values (lower(tg_op) || ' ' || tg_table_name, clock_timestamp()); return null; end $$;`)
  const { rows } = await db.owner(
    `select relname from pg_class join pg_namespace n on n.oid = relnamespace
     where nspname = 'public' and relkind in ('r', 'p') and not relispartition and relname <> 'written_by_test'`,
  )
  for (const { relname } of rows as { relname: string }[])
    await db.owner(
      `create trigger note_written after insert or update or delete on "${relname}" for each row execute function note_written()`,
    )
  return async () => {
    const { rows } = await db.owner(
      'delete from written_by_test returning what, extract(epoch from at)::float8 * 1000 as at',
    )
    return (rows as { what: string; at: number }[]).map(({ what, at }) => ({ what, atMs: at }))
  }
}

export const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
