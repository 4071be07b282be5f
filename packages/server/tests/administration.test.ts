// What an administrator changes of others and of the institution: who may, what the journal says, what ends.
import { changeRoles, listAccounts } from '@ochno/contract/accounts'
import { changeInstitution } from '@ochno/contract/institution'
import { acceptInvitation, readMe, setUp, signIn } from '@ochno/contract/sign-in'
import { fromMs } from '@ochno/domain/time'
import type { Client } from '@ochno/testkit/client'
import { bootServer, PASSWORD, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let aheadMs = 0
const ms = () => Date.now() + aheadMs
const clock = { ms, now: () => fromMs(ms()), mono: ms }
let server: TestServer
beforeAll(async () => {
  server = await bootServer({ clock })
})
afterAll(() => server.stop())

const give = (person: TestPerson, roles: readonly ('proctor' | 'teacher' | 'examinee' | 'parent')[]) =>
  server.admin.client.call(changeRoles, { params: { id: person.id }, body: { roles: [...roles] } })
const isIn = async (person: TestPerson) => (await person.client.call(readMe, {})).status === 200

/** Acts over one object as the journal tells them, the details with them. */
async function told(action: string, object: string) {
  const { rows } = await server.database.owner(
    `select e.actor, e.role, d.details from audit_entry e join audit_details d on d.entry_id = e.id
     where e.action = $1 and e.object = $2 order by e.at`,
    [action, object],
  )
  return rows
}

describe('roles of a person', () => {
  test('B-06 new roles hold at once and end every sign-in of the person; the journal keeps both', async () => {
    const person = await server.person('proctor')
    const reply = await give(person, ['teacher', 'proctor'])
    expect(reply.status).toBe(200)
    expect(reply.body.account.roles).toEqual(['proctor', 'teacher'])
    expect(reply.body.invitation).toBeNull()
    expect(await isIn(person)).toBe(false)
    const me = await person.client.done(signIn, { body: { login: person.login, password: PASSWORD } })
    expect(me.roles).toEqual(['proctor', 'teacher'])
    expect(await told('account.roles', person.id)).toMatchObject([
      {
        actor: server.admin.id,
        role: 'admin',
        details: { before: ['proctor'], roles: ['teacher', 'proctor'] },
      },
    ])
  })

  test('a right that was taken away is gone', async () => {
    const person = await server.person('teacher')
    await give(person, ['proctor'])
    await person.client.done(signIn, { body: { login: person.login, password: PASSWORD } })
    const list = await person.client.call(listAccounts, { query: {} })
    expect([list.status, list.code]).toEqual([403, 'forbidden'])
  })

  test('B-24 a pupil who becomes staff comes in by a new link alone, under the rules for staff', async () => {
    const pupil = await server.person('examinee')
    const { body } = await give(pupil, ['examinee', 'proctor'])
    const token = body.invitation?.token ?? ''
    expect(body.account.state).toBe('invited')
    const old = await pupil.client.call(signIn, { body: { login: pupil.login, password: PASSWORD } })
    expect(old.code).toBe('wrong_sign_in')
    const weak = await pupil.client.call(acceptInvitation, { body: { token, password: 'клёна лс' } })
    expect(weak.code).toBe('password_short')
    const me = await pupil.client.done(acceptInvitation, { body: { token, password: PASSWORD } })
    expect(me.roles).toEqual(['examinee', 'proctor'])
  })

  test('the same roles again change nothing and tell nothing', async () => {
    const person = await server.person('examinee')
    const { body } = await give(person, ['examinee'])
    expect(body.invitation).toBeNull()
    expect(await isIn(person)).toBe(true)
    expect(await told('account.roles', person.id)).toEqual([])
  })

  test('nobody raises himself, and nobody reaches another institution', async () => {
    const own = await give(server.admin, ['proctor', 'teacher'])
    expect([own.status, own.code]).toEqual([409, 'own_roles'])
    const teacher = await server.person('teacher')
    const other = await server.person('examinee')
    const refused = await teacher.client.call(changeRoles, {
      params: { id: other.id },
      body: { roles: ['proctor'] },
    })
    expect(refused.code).toBe('forbidden')
    const foreign = await (await server.otherInstitution()).person('examinee')
    expect((await give(foreign, ['proctor'])).code).toBe('not_found')
    expect(await isIn(foreign)).toBe(true)
  })
})

describe('a school larger than one list', () => {
  const ask = (query: { find?: string; role?: 'examinee' | 'staff' }) =>
    server.admin.client.done(listAccounts, { query })

  test('a pupil after the five hundredth by alphabet is told of and found, and staff are listed without pupils', async () => {
    await server.database.owner(
      `with made as (
         insert into account (id, tenant_id, login, full_name, created_at)
         select 'acc_' || translate(lpad(no::text, 26, '0'), '0189', 'abcd'), tenant_id, 'pupil.' || no,
                'Абрамов Ученик ' || no, now()
         from account, generate_series(1, 500) no where id = $1 returning tenant_id, id)
       insert into account_role (tenant_id, account_id, role) select tenant_id, id, 'examinee' from made`,
      [server.admin.id],
    )
    const last = await server.person('examinee', { fullName: 'Яшина Юлия Яновна' })
    const worker = await server.person('support', { fullName: 'Юрьев Яков Эдуардович' })
    const pupils = await ask({ role: 'examinee' })
    expect([pupils.rows.length, pupils.more]).toEqual([500, true])
    expect(pupils.rows.map(({ id }) => id)).not.toContain(last.id)
    const found = await ask({ role: 'examinee', find: 'яшина' })
    expect([found.rows.map(({ id }) => id), found.more]).toEqual([[last.id], false])
    const staff = await ask({ role: 'staff' })
    expect(staff.rows.map(({ id }) => id)).toContain(worker.id)
    expect(staff.rows.filter(({ roles }) => roles.every((role) => role === 'examinee'))).toEqual([])
    expect((await ask({ role: 'staff', find: 'абрамов' })).rows).toEqual([])
  })
})

describe('the institution', () => {
  const change = (client: Client, name: string, zone: string) =>
    client.call(changeInstitution, { body: { name, zone } })

  test('name and zone change for everybody who is signed in, and the journal keeps both', async () => {
    const proctor = await server.person('proctor')
    const reply = await change(server.admin.client, ' Лицей № 9 ', 'Asia/Omsk')
    expect(reply.body).toEqual({ name: 'Лицей № 9', zone: 'Asia/Omsk' })
    const me = await proctor.client.done(readMe, {})
    expect(me.institution).toEqual({ id: server.id, name: 'Лицей № 9', zone: 'Asia/Omsk' })
    expect(await told('institution.change', server.id)).toMatchObject([
      {
        actor: server.admin.id,
        details: {
          before: { name: 'Школа проверок', zone: 'Europe/Moscow' },
          after: { name: 'Лицей № 9', zone: 'Asia/Omsk' },
        },
      },
    ])
  })

  test('a zone that does not exist is refused, here and at the first start', async () => {
    const reply = await change(server.admin.client, 'Лицей № 9', 'Asia/Nowhere')
    expect([reply.status, reply.code]).toEqual([422, 'unknown_zone'])
    const first = await server.stranger().call(setUp, {
      body: {
        code: 'x'.repeat(32),
        institution: 'Школа',
        zone: '+03:00',
        login: 'first',
        fullName: 'Первая Анна',
        password: PASSWORD,
      },
    })
    expect(first.code).toBe('unknown_zone')
    expect((await server.admin.client.done(readMe, {})).institution.zone).toBe('Asia/Omsk')
  })

  test('another institution keeps its own', async () => {
    const other = await server.otherInstitution()
    await change(other.admin.client, 'Школа напротив', 'Asia/Magadan')
    expect((await server.admin.client.done(readMe, {})).institution.name).toBe('Лицей № 9')
    expect((await other.admin.client.done(readMe, {})).institution.name).toBe('Школа напротив')
  })
})

test('B-08 roles and the institution need a password not older than five minutes', async () => {
  const person = await server.person('proctor')
  aheadMs += 5 * 60_000 + 1000
  expect((await give(person, ['teacher'])).code).toBe('step_up')
  const reply = await server.admin.client.call(changeInstitution, { body: { name: 'Х', zone: 'UTC' } })
  expect(reply.code).toBe('step_up')
})
