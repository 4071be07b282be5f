import type { PartFacts } from '@ochno/domain/institution/parts'
import type { TenantId } from '@ochno/domain/ids'
import type { ExamPlace, Institution, Institutions, Place, Profile } from '../../ports/institutions.ts'
import { wholly } from './sight.ts'
import { isTaken, rowsOf, type Sql, stamp } from './transaction.ts'

const isReferred = (cause: unknown): boolean => (cause as { code?: string }).code === '23503'

/** A statement that may fail without ending the transaction it is in. */
async function tried(sql: Sql, work: () => Promise<unknown>, fails: (cause: unknown) => boolean) {
  await sql.query('savepoint tried')
  try {
    await work()
    return true
  } catch (cause) {
    if (!fails(cause)) throw cause
    await sql.query('rollback to savepoint tried')
    return false
  }
}

export const postgresInstitutions = (sql: Sql, tenant: TenantId): Institutions => ({
  own: async () => {
    const [row] = await rowsOf<Institution>(
      sql,
      'select name, zone from tenant where id = $1 for no key update',
      [tenant],
    )
    if (!row) throw new Error('the institution of a signed-in person is not there')
    return row
  },
  look: async () =>
    (await rowsOf<Institution>(sql, 'select name, zone from tenant where id = $1', [tenant]))[0] ?? null,
  change: async ({ name, zone }) => {
    await sql.query('update tenant set name = $2, zone = $3 where id = $1', [tenant, name, zone])
  },
  profile: async () => {
    const [row] = await rowsOf<Profile>(sql, 'select kind, answered from institution_profile')
    return row ?? { kind: null, answered: [] }
  },
  setProfile: async ({ kind, answered }) => {
    await sql.query(
      `insert into institution_profile (tenant_id, kind, answered) values ($1, $2, $3)
       on conflict (tenant_id) do update set kind = $2, answered = $3`,
      [tenant, kind, JSON.stringify(answered)],
    )
  },
  parts: () =>
    rowsOf<{ id: string; name: string; facts: PartFacts }>(
      sql,
      'select id, name, facts from institution_part order by kind, name limit 5000',
    ),
  putPart: (part, at) =>
    tried(
      sql,
      () =>
        sql.query(
          `insert into institution_part (id, tenant_id, kind, name, facts, created_at) values ($1, $2, $3, $4, $5, $6)
           on conflict (id) do update set name = $4, facts = $5`,
          [part.id, tenant, part.facts.kind, part.name, JSON.stringify(part.facts), stamp(at)],
        ),
      isTaken,
    ),
  removePart: async (id) => {
    // A branch is named inside the facts of others, where the database does not look.
    const named = await rowsOf(sql, `select 1 from institution_part where facts->>'branch' = $1 limit 1`, [
      id,
    ])
    if (named.length > 0) return false
    return tried(sql, () => sql.query('delete from institution_part where id = $1', [id]), isReferred)
  },
  groupPlaces: () =>
    rowsOf<Place & { id: string; name: string }>(
      sql,
      `select g.id, g.name, p.branch_id as branch, p.programme_id as programme
       from people_group g left join group_place p on p.group_id = g.id order by g.name limit 5000`,
    ),
  placeGroup: async (group, { branch, programme }) => {
    await sql.query(
      `insert into group_place (group_id, tenant_id, branch_id, programme_id) values ($1, $2, $3, $4)
       on conflict (group_id) do update set branch_id = $3, programme_id = $4`,
      [group, tenant, branch, programme],
    )
  },
  examPlace: async (exam) => {
    const [row] = await rowsOf<ExamPlace>(
      sql,
      'select branch_id as branch, programme_id as programme, responsible_id as responsible from exam_place where exam_id = $1',
      [exam],
    )
    return row ?? { branch: null, programme: null, responsible: null }
  },
  placeExam: async (exam, { branch, programme, responsible }) => {
    await sql.query(
      `insert into exam_place (exam_id, tenant_id, branch_id, programme_id, responsible_id) values ($1, $2, $3, $4, $5)
       on conflict (exam_id) do update set branch_id = $3, programme_id = $4, responsible_id = $5`,
      [exam, tenant, branch, programme, responsible],
    )
  },
  planned: () =>
    wholly(sql, () =>
      rowsOf<{ programme: string; remote: boolean }>(
        sql,
        `select p.programme_id as programme,
           coalesce(e.card->'delivery'->>'to', 'lms') <> 'classroom' and coalesce(e.card->>'mode', 'sync') <> 'offline' as remote
         from exam_place p join exam e on e.id = p.exam_id where p.programme_id is not null`,
      ),
    ),
})
