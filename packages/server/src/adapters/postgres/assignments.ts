import type { ActTerm, Channel, DeadlineSource } from '@ochno/domain/assignment/rules'
import type { ScanKind } from '@ochno/domain/consent/scan'
import type { AccountId, GroupId, TenantId } from '@ochno/domain/ids'
import type { Assignments, StoredTask, TaskId, WorkFile } from '../../ports/assignments.ts'
import type { ScanId } from '../../ports/consents.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = {
  id: TaskId
  teacher_id: AccountId
  teacher: string
  group_id: GroupId
  group_name: string
  title: string
  body: string
  given_at: Date
  deadline_at: Date
  deadline_by: DeadlineSource
  deadline_document: string | null
  deadline_number: string | null
  closed_at: Date | null
  people: number
}

const SELECT = `select t.id, t.teacher_id, a.full_name as teacher, t.group_id, g.name as group_name, t.title, t.body,
  t.given_at, t.deadline_at, t.deadline_by, t.deadline_document, t.deadline_number, t.closed_at,
  (select count(*)::int from people_group_member m join account p on p.id = m.account_id
   where m.group_id = t.group_id and p.disabled_at is null) as people
  from home_task t join account a on a.id = t.teacher_id join people_group g on g.id = t.group_id`

const taskOf = (row: Row): StoredTask => ({
  id: row.id,
  teacher: row.teacher_id,
  teacherName: row.teacher,
  group: row.group_id,
  groupName: row.group_name,
  title: row.title,
  body: row.body,
  givenAt: time(row.given_at),
  deadline: {
    at: time(row.deadline_at),
    by: row.deadline_by,
    ground:
      row.deadline_document === null
        ? null
        : { document: row.deadline_document, number: row.deadline_number ?? '' },
  },
  closedAt: timeOrNull(row.closed_at),
  people: row.people,
})

type FileRow = {
  id: ScanId
  task_id: TaskId
  account_id: AccountId
  version: number | null
  name: string
  kind: ScanKind
  bytes: number
  sha256: Buffer
  kek_id: string
  sealed_key: Buffer
  uploaded_at: Date
}

const fileOf = (row: FileRow): WorkFile => ({
  id: row.id,
  task: row.task_id,
  account: row.account_id,
  version: row.version,
  name: row.name,
  kind: row.kind,
  bytes: row.bytes,
  sha256: new Uint8Array(row.sha256),
  key: { kek: row.kek_id, wrapped: new Uint8Array(row.sealed_key) },
  at: time(row.uploaded_at),
})

const tasks = (
  sql: Sql,
  tenant: TenantId,
): Pick<Assignments, 'save' | 'find' | 'hold' | 'given' | 'of' | 'anyOf' | 'groupsOf' | 'members'> => {
  const list = async (rest: string, values: unknown[]) =>
    (await rowsOf<Row>(sql, `${SELECT} ${rest}`, values)).map(taskOf)
  return {
    save: async ({ deadline: { at, by, ground }, ...task }) => {
      await sql.query(
        `insert into home_task (id, tenant_id, teacher_id, group_id, title, body, given_at, deadline_at, deadline_by,
           deadline_document, deadline_number, closed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         on conflict (id) do update set title = $5, body = $6, deadline_at = $8, deadline_by = $9,
           deadline_document = $10, deadline_number = $11, closed_at = $12`,
        [
          task.id,
          tenant,
          task.teacher,
          task.group,
          task.title,
          task.body,
          stamp(task.givenAt),
          stamp(at),
          by,
          ground?.document ?? null,
          ground?.number ?? null,
          stamp(task.closedAt),
        ],
      )
    },
    find: async (id) => (await list('where t.id = $1', [id]))[0] ?? null,
    hold: async (id) => (await list('where t.id = $1 for no key update of t', [id]))[0] ?? null,
    given: (teacher) =>
      list(
        `where $1::text is null or t.teacher_id = $1 order by t.closed_at is not null, t.deadline_at desc, t.id`,
        [teacher],
      ),
    // The soonest comes first.
    of: async (account) => {
      const latest = await list(
        `where exists (select from people_group_member m where m.group_id = t.group_id and m.account_id = $1)
           or exists (select from home_task_work w where w.task_id = t.id and w.account_id = $1)
         order by t.closed_at is not null, t.deadline_at desc, t.id`,
        [account],
      )
      return [
        ...latest.filter(({ closedAt }) => closedAt === null).toReversed(),
        ...latest.filter(({ closedAt }) => closedAt !== null),
      ]
    },
    anyOf: async (group) =>
      (await rowsOf(sql, 'select from home_task where group_id = $1 limit 1', [group])).length > 0,
    groupsOf: async (account) =>
      new Set(
        (
          await rowsOf<{ group_id: GroupId }>(
            sql,
            'select group_id from people_group_member where account_id = $1',
            [account],
          )
        ).map(({ group_id }) => group_id),
      ),
    members: async (group) =>
      (await rowsOf(sql, 'select from people_group where id = $1', [group])).length === 0
        ? null
        : rowsOf<{ id: AccountId; name: string }>(
            sql,
            `select a.id, a.full_name as name from people_group_member m join account a on a.id = m.account_id
             where m.group_id = $1 and a.disabled_at is null order by a.full_name collate "ru-x-icu", a.id`,
            [group],
          ),
  }
}

type WorkRow = {
  task_id: TaskId
  account_id: AccountId
  full_name: string
  version: number
  channel: Channel
  received_at: Date
  body: string
}

const handedIn = (
  sql: Sql,
  tenant: TenantId,
): Pick<
  Assignments,
  'works' | 'received' | 'addWork' | 'files' | 'addFile' | 'removeFile' | 'handInFiles'
> => ({
  works: async (ids, account) =>
    (
      await rowsOf<WorkRow>(
        sql,
        `select w.task_id, w.account_id, a.full_name, w.version, w.channel, w.received_at, w.body
         from home_task_work w join account a on a.id = w.account_id
         where w.task_id = any ($1::text[]) and ($2::text is null or w.account_id = $2)
         order by a.full_name collate "ru-x-icu", w.account_id, w.version desc`,
        [ids, account],
      )
    ).map((row) => ({
      task: row.task_id,
      account: row.account_id,
      name: row.full_name,
      version: row.version,
      channel: row.channel,
      receivedAt: time(row.received_at),
      text: row.body,
    })),
  received: async (ids) =>
    (
      await rowsOf<Pick<WorkRow, 'task_id' | 'account_id' | 'version' | 'received_at'>>(
        sql,
        'select task_id, account_id, version, received_at from home_task_work where task_id = any ($1::text[])',
        [ids],
      )
    ).map((row) => ({
      task: row.task_id,
      account: row.account_id,
      version: row.version,
      receivedAt: time(row.received_at),
    })),
  addWork: async (work, by, at) => {
    await sql.query(
      `insert into home_task_work (tenant_id, task_id, account_id, version, channel, received_at, body, entered_by, entered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tenant,
        work.task,
        work.account,
        work.version,
        work.channel,
        stamp(work.receivedAt),
        work.text,
        by,
        stamp(at),
      ],
    )
  },
  files: async (ids, account) =>
    (
      await rowsOf<FileRow>(
        sql,
        `select * from home_task_file where task_id = any ($1::text[]) and ($2::text is null or account_id = $2)
         order by uploaded_at, id`,
        [ids, account],
      )
    ).map(fileOf),
  addFile: async (file) => {
    await sql.query(
      `insert into home_task_file (id, tenant_id, task_id, account_id, version, name, kind, bytes, sha256, kek_id,
         sealed_key, uploaded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        file.id,
        tenant,
        file.task,
        file.account,
        file.version,
        file.name,
        file.kind,
        file.bytes,
        Buffer.from(file.sha256),
        file.key.kek,
        Buffer.from(file.key.wrapped),
        stamp(file.at),
      ],
    )
  },
  removeFile: async (id) => {
    await sql.query('delete from home_task_file where id = $1', [id])
  },
  handInFiles: async (task, account, version) => {
    await sql.query(
      'update home_task_file set version = $3 where task_id = $1 and account_id = $2 and version is null',
      [task, account, version],
    )
  },
})

export const postgresAssignments = (sql: Sql, tenant: TenantId): Assignments => ({
  ...tasks(sql, tenant),
  ...handedIn(sql, tenant),
  term: async () =>
    (await rowsOf<ActTerm>(sql, 'select days, document, number from home_task_setting'))[0] ?? null,
  setTerm: async (term, by, at) => {
    await sql.query('delete from home_task_setting')
    if (term)
      await sql.query(
        `insert into home_task_setting (tenant_id, days, document, number, saved_by, saved_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [tenant, term.days, term.document, term.number, by, stamp(at)],
      )
  },
})
