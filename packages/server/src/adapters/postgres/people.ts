import type { Role } from '@ochno/domain/access/table'
import type { AccountId, GroupId, Id, SessionId, TenantId } from '@ochno/domain/ids'
import type { KnownPerson } from '@ochno/domain/people/plan'
import type { ImportCounts, ListedPerson, People, PeopleAsked } from '../../ports/people.ts'
import { type Key, readPage } from './pages.ts'
import { isTaken, rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = {
  id: AccountId
  login: string
  full_name: string
  roles: Role[]
  has_password: boolean
  disabled: boolean
  learner_id: string | null
  born: string | null
  incapable: boolean | null
  group_id: GroupId | null
  group_name: string | null
  branch: ListedPerson['branch']
}

const ROLES = `coalesce((select array_agg(r.role order by r.role) from account_role r where r.account_id = a.id), '{}') as roles`
const JOINED = `from account a
  left join learner l on l.account_id = a.id
  left join consent_person p on p.account_id = a.id
  left join people_group_member m on m.account_id = a.id
  left join people_group g on g.id = m.group_id`
const SELECT = `select a.id, a.login, a.full_name, a.password_hash is not null as has_password,
  a.disabled_at is not null as disabled, l.learner_id, p.born::text, p.incapable, g.id as group_id, g.name as group_name, ${ROLES},
  (select json_build_object('id', b.id, 'name', b.name) from institution_part b where b.id = home_branch(a.id)) as branch
  ${JOINED}`

const personOf = (row: Row): ListedPerson => ({
  id: row.id,
  login: row.login,
  fullName: row.full_name,
  roles: row.roles,
  hasPassword: row.has_password,
  disabled: row.disabled,
  learnerId: row.learner_id,
  born: row.born,
  incapable: row.incapable ?? false,
  group: row.group_id === null ? null : { id: row.group_id, name: row.group_name ?? '' },
  branch: row.branch,
})

/** A statement must end within the limit of time, whatever the list is. */
const BATCH = 1_000
async function inBatches<T>(all: readonly T[], work: (some: readonly T[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += BATCH) await work(all.slice(from, from + BATCH))
}

/** Joined only with what the question is about. */
function asked({ find, role, group, branch }: PeopleAsked) {
  const text = `from account a
    ${find === '' ? '' : 'left join learner f on f.account_id = a.id'}
    ${group === null ? '' : 'join people_group_member n on n.account_id = a.id and n.group_id = $2'}
    where ${find === '' ? "$1 = ''" : "position(lower($1) in lower(a.full_name || ' ' || a.login || ' ' || coalesce(f.learner_id, ''))) > 0"}
      and ${group === null ? '$2::text is null' : '$2::text is not null'}
      and ${role === null ? '$3::text is null' : 'exists (select from account_role r where r.account_id = a.id and r.role = $3)'}
      and ${branch === null ? '$4::text is null' : 'home_branch(a.id) = $4'}`
  return { from: text, values: [find, group, role, branch] }
}
const NAME = 'a.full_name collate "ru-x-icu"'
const BY: readonly Key[] = [
  { sql: NAME, as: 'text', kept: 'select full_name from account where id = $1' },
  { sql: 'a.id', as: 'text' },
]

export const postgresPeople = (sql: Sql, tenant: TenantId): People => ({
  list: async (question, page) => {
    // The names come in the order of the index; what is shown of each is read for the page alone.
    const names = await readPage<{ id: AccountId }>(
      sql,
      tenant,
      { name: 'people', select: 'a.id', by: BY, ...asked(question) },
      page,
    )
    if (names === null) return null
    const rows = await rowsOf<Row>(sql, `${SELECT} where a.id = any ($1) order by ${NAME}, a.id`, [
      names.rows.map(({ id }) => id),
    ])
    return { ...names, rows: rows.map(personOf) }
  },
  all: async (question) => {
    const { from, values } = asked(question)
    const rows = await rowsOf<Row>(
      sql,
      `${SELECT} where a.id in (select a.id ${from}) order by ${NAME}, a.id`,
      values,
    )
    return rows.map(personOf)
  },
  find: async (id) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} where a.id = $1`, [id])
    return row ? personOf(row) : null
  },
  ownPlace: async (id) => {
    const [row] = await rowsOf<{ branch: string; only: boolean }>(
      sql,
      'select branch_id as branch, only_this as only from account_place where account_id = $1',
      [id],
    )
    return row ?? null
  },
  putPlace: async (id, place) => {
    if (place === null) await sql.query('delete from account_place where account_id = $1', [id])
    else
      await sql.query(
        `insert into account_place (account_id, tenant_id, branch_id, only_this) values ($1, $2, $3, $4)
         on conflict (account_id) do update set branch_id = $3, only_this = $4`,
        [id, tenant, place.branch, place.only],
      )
  },
  leads: async (id) => (await rowsOf(sql, 'select from account_lead where account_id = $1', [id])).length > 0,
  setLead: async (id, since) => {
    if (since === null) await sql.query('delete from account_lead where account_id = $1', [id])
    else
      await sql.query(
        'insert into account_lead (account_id, tenant_id, since) values ($1, $2, $3) on conflict do nothing',
        [id, tenant, stamp(since)],
      )
  },
  workInHand: (now) =>
    rowsOf(
      sql,
      `with given as (
         select e.created_by as account_id, e.id from exam e
         union select t.account_id, t.exam_id from exam_teacher t
       )
       select a.id, a.full_name as "fullName", ${ROLES},
         count(e.id) filter (where e.state = 'draft')::int as drafts,
         count(e.id) filter (where e.state = 'published' and e.cancelled_at is null and e.closes_at > $1)::int as ahead,
         count(e.id) filter (where e.state = 'published' and e.closes_at <= $1)::int as over,
         coalesce(sum((select count(*) from session s where s.exam_id = e.id and exists (select from protocol p where p.session_id = s.id)
           and not exists (select from decision d where d.session_id = s.id))), 0)::int as undecided
       from account a
       left join given g on g.account_id = a.id
       left join exam e on e.id = g.id
       where a.disabled_at is null
         and exists (select from account_role r where r.account_id = a.id and r.role in ('teacher', 'methodist'))
       group by a.id order by a.full_name collate "ru-x-icu", a.id limit 1000`,
      [stamp(now)],
    ),
  hold: async () => {
    await sql.query(`select pg_advisory_xact_lock(hashtextextended($1, 4))`, [tenant])
  },
  known: async () => {
    const parents = await rowsOf<{ child_id: string; login: string }>(
      sql,
      `select g.child_id, a.login from consent_guardian g join account a on a.id = g.representative_id where g.ended_at is null`,
    )
    const byChild = Map.groupBy(parents, (one) => one.child_id)
    const emails = new Map(
      (
        await rowsOf<{ id: string; email: string }>(
          sql,
          'select id, email from account where email is not null',
        )
      ).map(({ id, email }) => [id, email]),
    )
    return (await rowsOf<Row>(sql, SELECT)).map(
      (row): KnownPerson => ({
        ...personOf(row),
        group: row.group_name,
        email: emails.get(row.id) ?? null,
        parents: (byChild.get(row.id) ?? []).map(({ login }) => login),
      }),
    )
  },
  add: async (people, at) => {
    const taken: string[] = []
    await inBatches(people, async (some) => {
      const added = await rowsOf<{ id: string }>(
        sql,
        `insert into account (id, tenant_id, login, full_name, language, created_at)
         select id, $1, login, full_name, 'ru', $5 from unnest($2::text[], $3::text[], $4::text[]) as given(id, login, full_name)
         on conflict (login) do nothing returning id`,
        [
          tenant,
          some.map(({ id }) => id),
          some.map(({ login }) => login),
          some.map(({ fullName }) => fullName),
          stamp(at),
        ],
      )
      const there = new Set(added.map(({ id }) => id))
      taken.push(...some.filter(({ id }) => !there.has(id)).map(({ login }) => login))
      const roles = some
        .filter(({ id }) => there.has(id))
        .flatMap(({ id, roles: own }) => [...new Set(own)].map((role) => [id, role] as const))
      await sql.query(
        'insert into account_role (tenant_id, account_id, role) select $1, id, role from unnest($2::text[], $3::text[]) as given(id, role)',
        [tenant, roles.map(([id]) => id), roles.map(([, role]) => role)],
      )
    })
    return taken
  },
  rename: (names) =>
    inBatches(names, async (some) => {
      await sql.query(
        'update account a set full_name = given.name from unnest($1::text[], $2::text[]) as given(id, name) where a.id = given.id',
        [some.map(({ id }) => id), some.map(({ fullName }) => fullName)],
      )
    }),
  giveLearnerIds: (given, at) =>
    inBatches(given, async (some) => {
      await sql.query(
        `insert into learner (account_id, tenant_id, learner_id, given_at)
         select id, $1, learner, $4 from unnest($2::text[], $3::text[]) as given(id, learner)`,
        [tenant, some.map(({ id }) => id), some.map(({ learnerId }) => learnerId), stamp(at)],
      )
    }),
  giveEmails: (given) =>
    inBatches(given, async (some) => {
      await sql.query(
        `update account a set email = given.email from unnest($1::text[], $2::text[]) as given(id, email)
         where a.id = given.id and a.email is null`,
        [some.map(({ id }) => id), some.map(({ email }) => email)],
      )
    }),
  learnerIdTaken: async (learnerId) =>
    (await rowsOf(sql, 'select from learner where lower(learner_id) = lower($1)', [learnerId])).length > 0,
  setBorn: (given) =>
    inBatches(given, async (some) => {
      await sql.query(
        `insert into consent_person (account_id, tenant_id, born)
         select id, $1, born from unnest($2::text[], $3::date[]) as given(id, born)
         on conflict (account_id) do update set born = excluded.born`,
        [tenant, some.map(({ id }) => id), some.map(({ born }) => born)],
      )
    }),
  move: (given, at) =>
    inBatches(given, async (some) => {
      const out = some.filter(({ group }) => group === null).map(({ id }) => id)
      const to = some.filter(({ group }) => group !== null)
      if (out.length > 0)
        await sql.query('delete from people_group_member where account_id = any ($1)', [out])
      await sql.query(
        `insert into people_group_member (account_id, tenant_id, group_id, since)
         select id, $1, grp, $4 from unnest($2::text[], $3::text[]) as given(id, grp)
         on conflict (account_id) do update set group_id = excluded.group_id, since = excluded.since
         where people_group_member.group_id <> excluded.group_id`,
        [tenant, to.map(({ id }) => id), to.map(({ group }) => group), stamp(at)],
      )
    }),
  groups: () =>
    rowsOf(
      sql,
      `select g.id, g.name, g.stream, count(m.account_id)::int as members,
         (select b.name from group_place p join institution_part b on b.id = p.branch_id where p.group_id = g.id) as branch
       from people_group g
       left join people_group_member m on m.group_id = g.id
       group by g.id order by g.stream collate "ru-x-icu" nulls last, g.name collate "ru-x-icu"`,
    ),
  putGroup: async (group, at) => {
    await sql.query('savepoint put_group')
    try {
      await sql.query(
        `insert into people_group (id, tenant_id, name, stream, created_at) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set name = excluded.name, stream = excluded.stream`,
        [group.id, tenant, group.name, group.stream, stamp(at)],
      )
      return true
    } catch (cause) {
      if (!isTaken(cause)) throw cause
      await sql.query('rollback to savepoint put_group')
      return false
    }
  },
  removeGroup: async (id) => {
    await sql.query('delete from people_group where id = $1', [id])
  },
  link: (links) =>
    inBatches(links, async (some) => {
      await sql.query(
        `insert into consent_guardian (tenant_id, representative_id, child_id, proof, verified_at)
         select $1, parent, child, proof, verified from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[])
           as given(parent, child, proof, verified)
         on conflict (representative_id, child_id) do update set proof = excluded.proof,
           verified_at = coalesce(excluded.verified_at, consent_guardian.verified_at), ended_at = null`,
        [
          tenant,
          some.map(({ parent }) => parent),
          some.map(({ child }) => child),
          some.map(({ proof }) => proof),
          some.map(({ verifiedAt }) => stamp(verifiedAt)),
        ],
      )
    }),
  unlink: async (parent, child, at) =>
    (
      await rowsOf(
        sql,
        `update consent_guardian set ended_at = $3 where representative_id = $1 and child_id = $2 and ended_at is null
         returning child_id`,
        [parent, child, stamp(at)],
      )
    ).length > 0,
  links: async (account) =>
    (
      await rowsOf<{
        representative_id: AccountId
        child_id: AccountId
        proof: string
        verified_at: Date | null
        ended_at: Date | null
      }>(
        sql,
        `select representative_id, child_id, proof, verified_at, ended_at from consent_guardian
         where representative_id = $1 or child_id = $1 order by child_id, representative_id`,
        [account],
      )
    ).map((row) => ({
      parent: row.representative_id,
      child: row.child_id,
      proof: row.proof,
      verifiedAt: timeOrNull(row.verified_at),
      endedAt: timeOrNull(row.ended_at),
    })),
  examsAhead: async (children, now) =>
    (
      await rowsOf<{
        id: SessionId
        examinee_id: AccountId
        title: string
        opens_at: Date
        closes_at: Date
        length_minutes: number
      }>(
        sql,
        `select s.id, s.examinee_id, e.title, s.opens_at, s.closes_at, s.length_minutes
         from session s join exam e on e.id = s.exam_id
         where s.examinee_id = any ($1) and e.state = 'published' and s.deauthorized_at is null and coalesce(s.deadline, s.closes_at) > $2
         order by s.opens_at, s.id limit 200`,
        [children, stamp(now)],
      )
    ).map((row) => ({
      child: row.examinee_id,
      session: row.id,
      title: row.title,
      opensAt: time(row.opens_at),
      closesAt: time(row.closes_at),
      lengthMinutes: row.length_minutes,
    })),
  lastImport: async (by) => {
    const [row] = await rowsOf<{
      id: Id<'imp'>
      file_sha256: Buffer
      applied_at: Date
      counts: ImportCounts
    }>(
      sql,
      `select id, file_sha256, applied_at, counts from people_import where applied_by = $1
       order by applied_at desc, id desc limit 1`,
      [by],
    )
    return row
      ? {
          id: row.id,
          file: new Uint8Array(row.file_sha256),
          by,
          at: time(row.applied_at),
          counts: row.counts,
        }
      : null
  },
  imported: async (file) => {
    const [row] = await rowsOf<{
      id: Id<'imp'>
      applied_by: AccountId
      applied_at: Date
      counts: ImportCounts
      touched: string[]
    }>(
      sql,
      `select id, applied_by, applied_at, counts, touched from people_import where file_sha256 = $1
       order by applied_at desc, id desc limit 1`,
      [file],
    )
    return row
      ? {
          id: row.id,
          file,
          by: row.applied_by,
          at: time(row.applied_at),
          counts: row.counts,
          touched: row.touched,
        }
      : null
  },
  touchedBy: async (id) => {
    const [row] = await rowsOf<{ touched: AccountId[] }>(
      sql,
      'select touched from people_import where id = $1',
      [id],
    )
    return row?.touched ?? null
  },
  noteImport: async (done) => {
    await sql.query(
      `insert into people_import (id, tenant_id, file_sha256, applied_by, applied_at, counts, touched)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        done.id,
        tenant,
        done.file,
        done.by,
        stamp(done.at),
        JSON.stringify(done.counts),
        JSON.stringify(done.touched),
      ],
    )
  },
})
