import type { Role } from '@ochno/domain/access/table'
import type { AccountId, GroupId, TenantId } from '@ochno/domain/ids'
import type { KnownPerson } from '@ochno/domain/people/plan'
import type { ListedPerson, People, PeopleAsked } from '../../ports/people.ts'
import { type Key, readPage } from './pages.ts'
import { rowsOf, type Sql, stamp } from './transaction.ts'
import { peopleGroups } from './people-groups.ts'
import { peopleFamilies } from './people-families.ts'
import { peopleImports } from './people-imports.ts'
import { inBatches } from './batches.ts'

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
  ...peopleGroups(sql, tenant),
  ...peopleFamilies(sql, tenant),
  ...peopleImports(sql, tenant),
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
})
