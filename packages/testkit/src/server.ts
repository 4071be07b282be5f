// The real server in this process, on a free port, over a fresh database and folder; and builders of who and what a test needs.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccount } from '@ochno/contract/accounts'
import {
  acknowledgeRequirements,
  holdBriefing,
  listRequirements,
  markAttended,
  readBriefing,
} from '@ochno/contract/briefing'
import { confirmItem, readChecklist } from '@ochno/contract/exam-admission'
import { type ProctorCardGiven, setProctorCard } from '@ochno/contract/appointments'
import { createExam, listExams, setTeachers } from '@ochno/contract/exams'
import { authorizeSession, createSession, startSession } from '@ochno/contract/sessions'
import { acceptInvitation, proveAgain, setUp } from '@ochno/contract/sign-in'
import type { Role } from '@ochno/domain/access/table'
import { type AccountId, type ExamId, idFrom, type SessionId, type TenantId } from '@ochno/domain/ids'
import type { PasswordCosts } from '@ochno/server/adapters/argon2/passwords'
import { openKeyFiles } from '@ochno/server/adapters/key-files/key-files'
import { type Composed, compose, type Replaced } from '@ochno/server/compose'
import { type Config, defaultRooms, defaultStorage } from '@ochno/server/config'
import { ownCourseOnly, teachersThere } from './act-in-force.ts'
import { Client } from './client.ts'
import { demandedGiven } from './consents.ts'
import { machineChecked } from './machine.ts'
import { type TestDatabase, testDatabase } from './database.ts'

export const PASSWORD = 'клевер-маяк-облако-7'

export type TestPerson = {
  readonly id: AccountId
  readonly login: string
  readonly password: string
  /** Signed in. */
  readonly client: Client
}

/** One institution with its administrator, and builders that go through the doors people use. */
export type TestInstitution = {
  readonly id: TenantId
  readonly admin: TestPerson
  readonly person: (role: Role, more?: PersonFields) => Promise<TestPerson>
  /** Open for the start now, for an hour, unless said otherwise. */
  readonly exam: (more?: Partial<ExamFields>) => Promise<ExamId>
  readonly session: (more?: SessionFields) => Promise<TestSession>
  /** Authorised and started: its control window is open. */
  readonly running: (more?: SessionFields) => Promise<TestSession>
}

export type PersonFields = {
  readonly roles?: readonly Role[]
  readonly fullName?: string
  /** Of a proctor: complete unless said otherwise; null: none. */
  readonly papers?: Partial<ProctorCardGiven> | null
  /** Of a teacher: gives every exam of the institution unless said otherwise. */
  readonly courses?: 'all' | 'own'
}

export const wholePapers: ProctorCardGiven = {
  employer: 'institution',
  contract: null,
  order: { number: '15', date: '2020-01-10' },
  acknowledged: [
    { document: 'regulation', on: '2020-01-12', sheet: 'Лист ознакомления № 1' },
    { document: 'review_instruction', on: '2020-01-12', sheet: 'Лист ознакомления № 1' },
  ],
  instructed: { on: '2020-01-12', by: 'Иванова М. С.', sheet: 'Лист ознакомления № 1' },
  trained: [
    { variant: 'sync', on: '2020-01-12', sheet: 'Лист ознакомления № 1' },
    { variant: 'async', on: '2020-01-12', sheet: 'Лист ознакомления № 1' },
    { variant: 'offline', on: '2020-01-12', sheet: 'Лист ознакомления № 1' },
  ],
  secrecy: { on: '2020-01-12', act: '15 от 10.01.2020', sheet: 'Лист ознакомления № 1' },
  qualifications: [{ on: '2026-01-15', document: 'Удостоверение 7' }],
  furtherEducation: 'Диплом о ДПО № 3',
}

export type ExamFields = {
  readonly title: string
  readonly instructions: string
  readonly opensAt: string
  readonly closesAt: string
  readonly lengthMinutes: number
  /** All there are unless said otherwise. */
  readonly teachers: AccountId[]
}
export type SessionFields = {
  readonly exam?: ExamId
  readonly examinee?: TestPerson
  /** One new proctor unless given. */
  readonly proctors?: readonly TestPerson[]
  /** The consents the rules demand before anybody is watched: given, unless the test is about them. */
  readonly consents?: 'given' | 'unanswered'
}
export type TestSession = {
  readonly id: SessionId
  readonly exam: ExamId
  readonly examinee: TestPerson
  readonly proctors: readonly TestPerson[]
}

export type TestServer = TestInstitution & {
  readonly url: string
  readonly dataDir: string
  readonly database: TestDatabase
  readonly app: Composed
  readonly stranger: () => Client
  /** Another institution on the same server. */
  readonly otherInstitution: () => Promise<TestInstitution>
  /** Stops and starts again over the same data; builders and signed-in clients keep their cookies but need the new `url`. */
  readonly stop: () => Promise<void>
}

export type BootOptions = Replaced & {
  readonly config?: Partial<Config>
  /** Serve over this database and folder instead of fresh ones; they are not removed at the end. */
  readonly over?: { readonly database: TestDatabase; readonly dataDir: string }
}

/** A file of tests signs in a hundred times: where the price of a password is not what is tried, it is low. */
export const cheapPasswords: PasswordCosts = {
  staff: { memoryCost: 2_048, timeCost: 2, parallelism: 1 },
  pupil: { memoryCost: 1_024, timeCost: 1, parallelism: 1 },
}

export async function bootServer(options: BootOptions = {}): Promise<TestServer> {
  const { config: changed, over, ...replaced } = options
  const database = over?.database ?? (await testDatabase())
  const dataDir = over?.dataDir ?? mkdtempSync(join(tmpdir(), 'ochno-test-'))
  const config: Config = {
    dataDir,
    host: '127.0.0.1',
    port: 0,
    origins: [],
    tls: null,
    databaseUrl: database.url,
    s3: null,
    trustedProxies: [],
    webDir: null,
    // The reserve of a real machine would fill the disk of one that runs many servers.
    storage: { ...defaultStorage, reserveBytes: 4 * 1024 * 1024 },
    staffSecondFactor: 'offered',
    calls: { iceUrls: [], turnSecret: null, relayOnly: false },
    rooms: { ...defaultRooms, media: { port: 0, host: '127.0.0.1', addresses: [] } },
    malwareScan: null,
    clockSettlesMs: 600_000,
    logLevel: 'error',
    ...changed,
  }
  const app = await compose(
    {
      config,
      pools: database.pools,
      ownerUrl: database.url,
      keys: openKeyFiles(join(dataDir, 'keys')),
    },
    { passwordCosts: cheapPasswords, ...replaced },
  )
  const { url } = app
  const nowMs = () => app.base.clock.ms()
  const institution = app.setupCode
    ? await firstInstitution(url, app.setupCode, database, nowMs)
    : await addInstitution(url, database, nowMs)
  return {
    ...institution,
    url,
    dataDir,
    database,
    app,
    stranger: () => new Client(url),
    otherInstitution: () => addInstitution(url, database, nowMs),
    stop: async () => {
      await app.stop()
      if (over) return
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** What the act of an exam asks its teacher to confirm, as it stands with whoever was just added. */
async function confirmPreparations(client: Client, eid: ExamId): Promise<void> {
  const { items, done } = await client.done(readChecklist, { params: { eid } })
  const asks = (name: string) => items.some(({ item, asked }) => item === name && asked)
  if (asks('briefing')) await brief(client, eid)
  if (done) return
  for (const item of ['materials_in_lms', 'examinee_list'] as const)
    if (asks(item)) await client.done(confirmItem, { params: { eid, item } })
}

/** What the act of an exam wants a proctor to know before the wall opens; who is out by the clock of the test reads nothing. */
export async function readRequirements(proctor: Client, eid: ExamId): Promise<void> {
  const told = await proctor.call(listRequirements, {})
  if (told.code === 'not_signed_in') return
  for (const { exam, edition, readAt } of told.body.rows)
    if (exam.id === eid && readAt === null)
      await proctor.done(acknowledgeRequirements, { params: { eid }, body: { edition } })
}

/** Everybody there now was at the briefing. */
async function brief(client: Client, eid: ExamId): Promise<void> {
  const params = { eid }
  const before = await client.done(readBriefing, { params })
  const { held, people } =
    before.held === null
      ? await client.done(holdBriefing, { params, body: { text: before.proposal || 'Порядок экзамена.' } })
      : before
  const examinees = people.filter(({ how }) => how === null).map(({ id }) => id)
  if (held && examinees.length)
    await client.done(markAttended, { params, body: { edition: held.edition, examinees } })
}

const unique = (what: string): string => `${what}.${randomBytes(5).toString('hex')}`

async function firstInstitution(
  url: string,
  code: string,
  database: TestDatabase,
  nowMs: () => number,
): Promise<TestInstitution> {
  const client = new Client(url)
  const login = unique('admin')
  const me = await client.done(setUp, {
    body: { code, institution: 'Школа проверок', login, fullName: 'Главная Ольга', password: PASSWORD },
  })
  const admin = { id: me.account, login, password: PASSWORD, client }
  return builders(url, me.institution.id as TenantId, admin, database, nowMs)
}

/** A second institution is the operator's act; here it is written past the fence, then entered by an invitation. */
async function addInstitution(
  url: string,
  database: TestDatabase,
  nowMs: () => number,
): Promise<TestInstitution> {
  const tenant = idFrom('ten', randomBytes(16))
  const id = idFrom('acc', randomBytes(16))
  const login = unique('other.admin')
  const token = randomBytes(32).toString('hex')
  const now = new Date(nowMs())
  await database.owner('insert into tenant (id, name, created_at) values ($1, $2, $3)', [
    tenant,
    'Другая школа',
    now,
  ])
  await database.owner(
    'insert into account (id, tenant_id, login, full_name, created_at) values ($1, $2, $3, $4, $5)',
    [id, tenant, login, 'Другая Вера', now],
  )
  await database.owner("insert into account_role (tenant_id, account_id, role) values ($1, $2, 'admin')", [
    tenant,
    id,
  ])
  await database.owner(
    "insert into invitation (token_sha256, tenant_id, account_id, created_at, ends_at) values ($1, $2, $3, $4, $4::timestamptz + interval '1 day')",
    [createHash('sha256').update(token).digest(), tenant, id, now],
  )
  const client = new Client(url)
  await client.done(acceptInvitation, { body: { token, password: PASSWORD } })
  return builders(url, tenant, { id, login, password: PASSWORD, client }, database, nowMs)
}

function builders(
  url: string,
  id: TenantId,
  admin: TestPerson,
  database: TestDatabase,
  nowMs: () => number,
): TestInstitution {
  const at = (minutes: number) => new Date(nowMs() + minutes * 60_000).toISOString()
  const made = new Map<Role, number>()
  let provenAt = nowMs()
  /** B-08: a password signs for five minutes; a file of tests on a busy machine takes longer. */
  const proven = async () => {
    if (nowMs() - provenAt < 4 * 60_000) return
    await admin.client.done(proveAgain, { body: { password: admin.password } })
    provenAt = nowMs()
  }

  const person: TestInstitution['person'] = async (role, more = {}) => {
    const n = (made.get(role) ?? 0) + 1
    made.set(role, n)
    const login = unique(role)
    await proven()
    const { account, invitation } = await admin.client.done(createAccount, {
      body: {
        login,
        fullName: more.fullName ?? `Человек ${role} ${n}`,
        roles: [...(more.roles ?? [role])],
      },
    })
    const client = new Client(url)
    await client.done(acceptInvitation, { body: { token: invitation.token, password: PASSWORD } })
    // Whatever act the test is under lets this proctor watch.
    if (account.roles.includes('proctor') && more.papers !== null)
      await admin.client.done(setProctorCard, {
        params: { id: account.id },
        body: { ...wholePapers, ...more.papers },
      })
    if (more.courses === 'own') ownCourseOnly.add(account.id)
    else if (account.roles.includes('teacher')) {
      const { rows } = await admin.client.done(listExams, {})
      for (const { id: eid, teachers } of rows)
        await admin.client.done(setTeachers, {
          params: { eid },
          body: { teachers: [...teachers.map((one) => one.id), account.id] },
        })
    }
    return { id: account.id, login, password: PASSWORD, client }
  }
  const exam: TestInstitution['exam'] = async (more = {}) =>
    (
      await admin.client.done(createExam, {
        body: {
          title: 'Алгебра',
          instructions: 'Решите уравнение.',
          opensAt: at(-1),
          closesAt: at(60),
          lengthMinutes: 45,
          teachers: await teachersThere(admin.client),
          ...more,
        },
      })
    ).id
  const session: TestInstitution['session'] = async (more = {}) => {
    const of = more.exam ?? (await exam())
    const examinee = more.examinee ?? (await person('examinee'))
    const proctors = more.proctors ?? [await person('proctor')]
    const reply = await admin.client.done(createSession, {
      params: { eid: of },
      body: { examinee: examinee.id, proctors: proctors.map((proctor) => proctor.id) },
    })
    await confirmPreparations(admin.client, of)
    if (more.consents !== 'unanswered')
      await demandedGiven(database, {
        tenant: id,
        admin: admin.client,
        exam: of,
        examinee: examinee.id,
        nowMs,
      })
    for (const { client } of proctors) await readRequirements(client, of)
    return { id: reply.session.id, exam: of, examinee, proctors }
  }
  return {
    id,
    admin,
    person,
    exam,
    session,
    running: async (more) => {
      const one = await session(more)
      await machineChecked(one.examinee.client, one.id)
      await one.examinee.client.done(authorizeSession, { params: { sid: one.id } })
      await one.examinee.client.done(startSession, { params: { sid: one.id } })
      return one
    },
  }
}
