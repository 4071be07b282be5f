// What an institution consists of, who is responsible by an order, whom the papers let watch, and where requests go.
import { changeRoles } from '@ochno/contract/accounts'
import {
  addOrder,
  changeContact,
  listAppointments,
  listProctors,
  type ProctorLine,
  printContacts,
  printOrder,
  revokeAppointment,
  readMyPapers,
  sayOwnWord,
  setProctorCard,
  setStanding,
} from '@ochno/contract/appointments'
import { readToday } from '@ochno/contract/dashboards'
import { plainCard } from '@ochno/domain/exam/card'
import type { ExamCardGiven } from '@ochno/contract/exam-card'
import { createExam, listExams, publishExam, readExam } from '@ochno/contract/exams'
import { changePaperSetting } from '@ochno/contract/forms'
import {
  addPart,
  answerStep,
  changePart,
  listGroupPlaces,
  type PartGiven,
  placeExam,
  placeGroup,
  readExamPlace,
  readInstitution,
  removePart,
  setKind,
} from '@ochno/contract/institution'
import { createGroup } from '@ochno/contract/people-groups'
import { linkParent } from '@ochno/contract/people'
import { listMyNotices } from '@ochno/contract/notices'
import { assignProctor, authorizeSession, createSession, listSessions } from '@ochno/contract/sessions'
import { readMe } from '@ochno/contract/sign-in'
import { answerTicket, listTickets, openTicket, readHelp, takeTicket } from '@ochno/contract/support'
import { readWall } from '@ochno/contract/watch'
import { reviewInstructionEdition } from '@ochno/domain/appointment/proctor-rules'
import type { ExamId } from '@ochno/domain/ids'
import { fromMs, instant } from '@ochno/domain/time'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { randomIds } from '@ochno/server/adapters/system/ids'
import { turnAppointments } from '@ochno/server/features/institution/remind'
import { actInForce, ownActInForce } from '@ochno/testkit/act-in-force'
import type { Client } from '@ochno/testkit/client'
import {
  bootServer,
  type TestInstitution,
  type TestPerson,
  type TestServer,
  wholePapers,
} from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { part as partOf, wordText } from './support/office-file.ts'
import { pdfText } from './support/pdf-text.ts'

const start = instant('2026-11-20T09:00:00Z').epochMilliseconds
const begun = Date.now()
const ms = () => start + Date.now() - begun
let server: TestServer
let school: TestInstitution
let admin: Client
beforeAll(async () => {
  server = await bootServer({ clock: { ms, now: () => fromMs(ms()), mono: ms } })
})
beforeEach(async () => {
  school = await server.otherInstitution()
  admin = school.admin.client
})
afterAll(() => server.stop())

const add = async (name: string, facts: PartGiven) =>
  (await admin.done(addPart, { body: { name, facts } })).id
const technology = (name: string, more: Partial<PartGiven & { kind: 'technology' }> = {}) =>
  add(name, { kind: 'technology', post: 'it_teacher', topics: [], ...more })
const programme = (name: string, more: Partial<PartGiven & { kind: 'programme' }> = {}) =>
  add(name, {
    kind: 'programme',
    code: '',
    level: 'spo',
    studyForm: 'full_time',
    elearning: true,
    distance: true,
    notOnlyRemote: false,
    branch: null,
    ...more,
  })

const told = async (action: string) =>
  (
    await server.database.owner(
      'select e.actor, e.role, d.details from audit_entry e join audit_details d on d.entry_id = e.id where e.tenant_id = $1 and e.action = $2 order by e.at, e.id',
      [school.id, action],
    )
  ).rows as { actor: string; role: string; details: Record<string, unknown> }[]

type Row = {
  person: TestPerson
  part: string
  duty?: 'technology' | 'programme' | 'service_technical' | 'service_organisational'
}
const rowOf = ({ person, part, duty = 'technology' }: Row) => ({
  person: person.id,
  post: 'Учитель информатики',
  duty,
  part,
  phone: '+7 3842 55-00-11',
  email: 'it@school.example',
  hours: 'будни 9:00–17:00',
})
const year = { from: '2026-09-01', to: '2027-08-31' }
const order = (rows: readonly Row[], term: { from: string; to: string } | null = year) =>
  admin.call(addOrder, {
    body: { number: '41', signedOn: '2026-08-28', term, rows: rows.map(rowOf) },
  })
const contacts = async (of = school.id, headers: Record<string, string> = {}) => {
  const reply = await fetch(`${server.url}/api/public/contacts/${of}`, {
    headers: { 'accept-language': 'ru', ...headers },
  })
  return { status: reply.status, headers: reply.headers, html: await reply.text() }
}

describe('the setup', () => {
  const missing = async () =>
    (await admin.done(readInstitution, {})).steps.filter(({ done }) => !done).map(({ step }) => step)

  test('every step is kept by itself, may be left and gone on with, and says what is missing', async () => {
    expect(await missing()).toEqual([
      'kind',
      'details',
      'zone',
      'branches',
      'units',
      'programmes',
      'act',
      'unregulated',
    ])
    await admin.done(setKind, { body: { kind: 'college' } })
    await admin.done(answerStep, { params: { step: 'zone' }, body: { answered: true } })
    await admin.done(answerStep, { params: { step: 'branches' }, body: { answered: true } })
    const named = {
      name: 'Колледж',
      dative: 'колледжу',
      short: 'УКСС',
      address: 'ул. Заречная, 40',
      city: '',
    }
    await admin.done(changePaperSetting, { body: { ...named, fixTypos: false } })
    const half = await admin.done(readInstitution, {})
    expect(half.kind).toBe('college')
    expect(half.steps.find(({ step }) => step === 'details')).toMatchObject({
      done: false,
      missing: ['city'],
    })
    await admin.done(changePaperSetting, { body: { ...named, city: 'г. Челябинск', fixTypos: false } })
    await add('Отделение связи', { kind: 'unit', does: 'teaching', branch: null })
    await programme('11.02.15 Инфокоммуникационные сети')
    expect(await missing()).toEqual(['act', 'unregulated'])
    await admin.done(answerStep, { params: { step: 'branches' }, body: { answered: false } })
    expect(await missing()).toEqual(['branches', 'act', 'unregulated'])
    await add('Филиал в Миассе', { kind: 'branch', city: 'г. Миасс', address: 'ул. Лесная, 2' })
    await actInForce(admin, '004')
    const whole = await admin.done(readInstitution, {})
    expect(whole.act).toMatchObject({ inForce: true, undecided: [] })
    expect(await missing()).toEqual([])
    expect(await told('institution.kind')).toMatchObject([{ details: { before: null, after: 'college' } }])
  })

  test('what refers to a branch keeps it; a name is there once; another institution sees nothing', async () => {
    const branch = await add('Филиал', { kind: 'branch', city: '', address: '' })
    const unit = await add('Отдел', { kind: 'unit', does: 'technical', branch })
    expect((await admin.call(removePart, { params: { part: branch } })).status).toBe(409)
    const twice = await admin.call(addPart, {
      body: { name: 'Филиал', facts: { kind: 'branch', city: '', address: '' } },
    })
    expect(twice.status).toBe(409)
    const other = await server.otherInstitution()
    const facts = { kind: 'unit', does: 'other', branch } as const
    expect((await other.admin.client.call(addPart, { body: { name: 'Чужой', facts } })).status).toBe(404)
    const taken = { params: { part: unit }, body: { name: 'Мой', facts: { ...facts, branch: null } } }
    expect((await other.admin.client.call(changePart, taken)).status).toBe(404)
    await admin.done(changePart, taken)
    await admin.done(removePart, { params: { part: branch } })
    expect((await admin.done(readInstitution, {})).parts.map(({ name }) => name)).toEqual(['Мой'])
    const teacher = await school.person('teacher')
    expect((await teacher.client.call(removePart, { params: { part: unit } })).status).toBe(403)
  })

  test('R0-6.2 R3-0g R4-1.4c TR-69 an exam has its programme, its branch and who answers; a programme held only remotely warns', async () => {
    const branch = await add('Филиал', { kind: 'branch', city: '', address: '' })
    const id = await programme('Энергобезопасность', { notOnlyRemote: true, branch })
    const teacher = await school.person('teacher')
    const pupil = await school.person('examinee')
    const exam = await school.exam()
    const params = { eid: exam }
    const place = { branch, programme: id, responsible: teacher.id }
    const wrong = await admin.call(placeExam, { params, body: { ...place, responsible: pupil.id } })
    expect(wrong).toMatchObject({ status: 409, body: { code: 'not_staff' } })
    const swapped = await admin.call(placeExam, { params, body: { ...place, programme: branch } })
    expect(swapped.status).toBe(404)
    expect(await admin.done(placeExam, { params, body: place })).toMatchObject({
      programmeName: 'Энергобезопасность',
      branchName: 'Филиал',
      responsible: { id: teacher.id },
      onlyRemote: true,
    })
    // Another one in a classroom, and the warning is gone.
    const at = (minutes: number) => new Date(ms() + minutes * 60_000).toISOString()
    const card = {
      ...(plainCard as unknown as ExamCardGiven),
      mode: 'offline' as const,
      delivery: { to: 'classroom' as const, address: null, name: 'Аудитория 3' },
    }
    const onSite = await admin.done(createExam, {
      body: { title: 'Очно', instructions: '', opensAt: at(5), closesAt: at(60), lengthMinutes: 30, card },
    })
    await admin.done(placeExam, { params: { eid: onSite.id }, body: { ...place, responsible: null } })
    expect((await teacher.client.done(readExamPlace, { params })).onlyRemote).toBe(false)
    const group = await admin.done(createGroup, { body: { name: 'СА-21', stream: null } })
    await admin.done(placeGroup, { params: { gid: group.id }, body: { branch, programme: id } })
    expect((await admin.done(listGroupPlaces, {})).rows).toMatchObject([
      { name: 'СА-21', branch, programme: id },
    ])
  })
})

describe('who is responsible', () => {
  test('R0-1.1a R0-6.3a R0-6.3b an order of the year names both lists; what nobody holds is a blocking warning, and an order that is over holds nothing', async () => {
    await actInForce(admin, '000')
    const max = await technology('МАХ (Сферум)', { post: 'max_sferum_admin' })
    const distance = await programme('Информатика, 8 класс')
    const [it, teacher] = [await school.person('support'), await school.person('teacher')]
    const all = [
      { for: 'technology', of: 'МАХ (Сферум)' },
      { for: 'programme', of: 'Информатика, 8 класс' },
    ]
    expect(await admin.done(listAppointments, {})).toMatchObject({ demanded: true, gaps: all, orders: [] })
    await order(
      [
        { person: it, part: max },
        { person: teacher, part: distance, duty: 'programme' },
      ],
      {
        from: '2025-09-01',
        to: '2026-08-31',
      },
    )
    const past = await admin.done(listAppointments, {})
    expect(past).toMatchObject({ gaps: all, year, orders: [{ state: 'over' }] })
    await order([{ person: it, part: max }])
    const half = await admin.done(listAppointments, {})
    expect(half.gaps).toEqual([{ for: 'programme', of: 'Информатика, 8 класс' }])
    const made = await order([{ person: teacher, part: distance, duty: 'programme' }])
    expect(made).toMatchObject({ status: 200, body: { gaps: [] } })
    expect(await told('appointment.order')).toHaveLength(3)
  })

  test('an order is refused for a pupil, for the same duty twice, for a list of the other kind, and for a term that ends first', async () => {
    const [part, study] = [await technology('СДО'), await programme('Химия')]
    const [teacher, pupil] = [await school.person('teacher'), await school.person('examinee')]
    const row = { person: teacher, part }
    expect(await order([{ person: pupil, part }])).toMatchObject({ body: { code: 'not_staff' } })
    expect(await order([row, row])).toMatchObject({ body: { code: 'appointed_twice' } })
    expect(await order([{ ...row, part: study }])).toMatchObject({ body: { code: 'wrong_duty' } })
    expect(await order([row], { from: '2027-08-31', to: '2026-09-01' })).toMatchObject({
      body: { code: 'ends_before_it_begins' },
    })
    expect((await admin.done(listAppointments, {})).orders).toEqual([])
  })

  test('R2-12b R2-12c under act 002 a service lacks whoever of the two the order does not name', async () => {
    await actInForce(admin, '002')
    const service = await technology('TrueConf')
    const teacher = await school.person('teacher')
    await order([{ person: teacher, part: service, duty: 'service_technical' }], null)
    const view = await admin.done(listAppointments, {})
    expect(view.gaps).toEqual([{ for: 'service_organisational', of: 'TrueConf' }])
    expect(view.orders[0]).toMatchObject({ from: null, to: null, state: 'running' })
  })

  test('R0-6.4 R2-0b the list is a page without a sign-in that a site may frame; every change publishes it anew with its date in the journal', async () => {
    const part = await technology('МАХ <Сферум> & "связь"')
    const teacher = await school.person('teacher', { fullName: 'Иванова Мария Сергеевна' })
    const { body } = (await order([{ person: teacher, part }])) as {
      body: { orders: { rows: { id: string }[] }[] }
    }
    const apt = body.orders[0]?.rows[0]?.id as string
    const page = await contacts()
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect(page.headers.get('content-security-policy')).not.toContain('script-src')
    for (const one of ['Иванова Мария Сергеевна', 'it@school.example', 'будни 9:00–17:00', '20.11.2026'])
      expect(page.html).toContain(one)
    expect(page.html).toContain('МАХ &lt;Сферум&gt; &amp; &quot;связь&quot;')
    expect(page.html).not.toContain(teacher.login)
    await admin.done(changeContact, {
      params: { apt },
      body: { phone: '', email: 'new@school.example', hours: '' },
    })
    expect((await contacts()).html).toContain('new@school.example')
    const revoke = { params: { apt }, body: { on: '2026-11-20' } }
    expect((await admin.done(revokeAppointment, revoke)).published?.lines).toBe(0)
    expect((await admin.call(revokeAppointment, revoke)).status).toBe(409)
    expect((await contacts()).html).not.toContain('new@school.example')
    expect((await told('contacts.publish')).map(({ details }) => details.lines)).toEqual([1, 1, 0])
    // Another institution's page has nothing of it, and an unknown one is not there.
    expect((await contacts(server.id)).html).not.toContain('Иванова')
    expect((await contacts(`ten_${'a'.repeat(26)}` as typeof school.id)).status).toBe(404)
  })

  test('R0-6.3a a month before the year ends administrators are told once that the next order is missing, and on its last day the list empties', async () => {
    await actInForce(admin, '000')
    const part = await technology('СДО')
    const teacher = await school.person('teacher', { fullName: 'Петров Пётр' })
    await order([{ person: teacher, part }])
    const deps = { store: postgresStore(server.database.pools.app, randomIds), ids: randomIds }
    const turn = (day: string) => turnAppointments(deps, school.id, instant(`${day}T09:00:00Z`))
    const mine = async () =>
      (await admin.done(listMyNotices, {})).rows.filter(({ kind }) => kind === 'message')
    await turn('2027-07-30')
    expect(await mine()).toEqual([])
    await turn('2027-08-05')
    await turn('2027-08-06')
    const [notice, ...more] = await mine()
    expect(more).toEqual([])
    expect(notice).toMatchObject({ facts: { title: 'Ответственные на новый учебный год' } })
    expect(JSON.stringify(notice)).toContain('«СДО»')
    expect(await told('contacts.publish')).toHaveLength(1)
    await turn('2027-09-01')
    expect(await told('contacts.publish')).toMatchObject([
      { role: 'admin', details: { lines: 1 } },
      { actor: 'system', role: 'system', details: { lines: 0 } },
    ])
  })

  test('R0-6.3a R0-6.4 the order and the list are printed with the data of the institution', async () => {
    const part = await technology('СДО')
    const study = await programme('Физика')
    const teacher = await school.person('teacher')
    const rows = [
      { person: teacher, part },
      { person: teacher, part: study, duty: 'programme' as const },
    ]
    const made = (await order(rows)) as { body: { orders: { id: string }[] } }
    const oid = made.body.orders[0]?.id as string
    const paper = await admin.done(printOrder, { params: { oid }, query: { as: 'pdf' } })
    expect(Buffer.from(paper).subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const text = pdfText(Buffer.from(paper))
    for (const one of ['ПРИКАЗ', '№41', '2026/27', 'СДО', 'Физика']) expect(text).toContain(one)
    const list = await admin.done(printContacts, { query: { as: 'docx' } })
    expect(wordText(partOf(Buffer.from(list), 'word/document.xml'))).toContain('it@school.example')
  })

  test('R0-6.1a R0-6.1b a request goes by its technology to the one an order makes responsible, and stands first in his queue', async () => {
    const [max, net] = [
      await technology('МАХ (Сферум)', { post: 'max_sferum_admin' }),
      await technology('Локальная сеть', { post: 'software_engineer', topics: ['network'] }),
    ]
    const [one, other] = [
      await school.person('support', { fullName: 'Сетевой Семён' }),
      await school.person('support', { fullName: 'Сферова Софья' }),
    ]
    await order([
      { person: one, part: net },
      { person: other, part: max },
    ])
    const pupil = await school.person('examinee')
    expect((await pupil.client.done(readHelp, {})).technologies.map(({ name }) => name)).toEqual([
      'Локальная сеть',
      'МАХ (Сферум)',
    ])
    const ask = (topic: 'network' | 'camera', technology?: string) =>
      pupil.client.done(openTicket, {
        body: { topic, text: 'Не работает', ...(technology ? { technology } : {}) },
      })
    expect((await ask('network')).ticket).toMatchObject({
      unit: 'Инженер-программист: Сетевой Семён',
      technology: 'Локальная сеть',
    })
    expect((await ask('network', max)).ticket.unit).toBe(
      'Администратор платформы МАХ (Сферум): Сферова Софья',
    )
    expect((await ask('camera')).ticket).toMatchObject({ technology: null })
    const queue = async (who: TestPerson) =>
      (await who.client.done(listTickets, { query: {} })).rows.map(({ no, yours }) => [no, yours])
    expect(await queue(one)).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ])
    expect(await queue(other)).toEqual([
      [2, true],
      [1, false],
      [3, false],
    ])
    const [first] = (await other.client.done(listTickets, { query: {} })).rows
    const params = { kid: first?.id as never }
    await other.client.done(takeTicket, { params })
    const answered = await other.client.done(answerTicket, { params, body: { text: 'Готово', solved: true } })
    expect(answered.ticket.state).toBe('solved')
  })
})

describe('proctors', () => {
  const published = async (): Promise<ExamId> => {
    const at = (minutes: number) => new Date(ms() + minutes * 60_000).toISOString()
    const { id } = await admin.done(createExam, {
      body: {
        title: 'Физика',
        instructions: '',
        opensAt: at(-1),
        closesAt: at(60),
        lengthMinutes: 45,
        card: plainCard as unknown as ExamCardGiven,
      },
    })
    await admin.done(publishExam, { params: { eid: id } })
    return id
  }
  const admit = async (exam: ExamId, proctor: TestPerson) => {
    const examinee = await school.person('examinee')
    const reply = await admin.call(createSession, {
      params: { eid: exam },
      body: { examinee: examinee.id, proctors: [proctor.id] },
    })
    return reply.status === 200 || reply.status === 201
      ? 'ok'
      : (reply.body as unknown as { code: string }).code
  }

  /** What 004 says of a proctor, in an act of one's own that asks for no application. */
  const likeTheCentre = {
    'proctor.appointment_document': 'Распорядительный акт',
    'proctor.training': 'Инструктаж',
    'proctor.kinds': ['own', 'provider'],
    'proctor.qualification_regular': 'required',
    'proctor.qualification_period': 36,
  } as const

  test('R3-2.6c R3-5.1.1 without the order, the instruction, non-disclosure or a living qualification a proctor is not assigned, and the refusal says which', async () => {
    await ownActInForce(admin, likeTheCentre)
    const exam = await published()
    const cases = [
      [null, 'proctor_no_order'],
      [{ order: null }, 'proctor_no_order'],
      [{ order: { number: '9', date: '2027-01-10' } }, 'proctor_no_order'],
      [{ instructed: null }, 'proctor_not_instructed'],
      [{ secrecy: null }, 'proctor_no_secrecy'],
      [{ qualifications: [{ on: '2023-01-15', document: 'Удостоверение 1' }] }, 'proctor_qualification_over'],
      [{}, 'ok'],
    ] as const
    for (const [papers, said] of cases)
      expect([
        papers,
        await admit(exam, await school.person('proctor', { papers: papers as never })),
      ]).toEqual([papers, said])
    const { rows, demanded } = await admin.done(listProctors, {})
    expect(demanded).toBe(true)
    expect(rows.map(({ missing }) => missing.sync)).toContainEqual([
      'proctor_no_order',
      'proctor_not_instructed',
      'proctor_no_secrecy',
      'proctor_qualification_over',
    ])
    // An assignment later goes by the same rule.
    const ready = await school.session({ exam })
    const bare = await school.person('proctor', { papers: null })
    const late = await admin.call(assignProctor, { params: { sid: ready.id, proctor: bare.id } })
    expect(late).toMatchObject({ status: 409, body: { code: 'proctor_no_order' } })
    expect(JSON.stringify(late.body)).toContain('нет приказа')
  })

  test('R4-2.02a R4-5.1a R4-5.1b R4-2.02b R4-5.3 under act 004 both documents and a training for the variant are asked for; further education only warns', async () => {
    await actInForce(admin, '004')
    const line = async (papers: object) => {
      const { id } = await school.person('proctor', { papers: { ...wholePapers, ...papers } })
      const { rows } = await admin.done(listProctors, {})
      return rows.find(({ person }) => person.id === id)
    }
    expect((await line({ acknowledged: wholePapers.acknowledged.slice(0, 1) }))?.missing.sync).toEqual([
      'proctor_not_acquainted',
    ])
    expect(
      (await line({ trained: [{ variant: 'async', on: '2026-01-12', sheet: 'Журнал' }] }))?.missing,
    ).toEqual({
      sync: ['proctor_not_trained'],
      async: [],
      offline: ['proctor_not_trained'],
    })
    expect((await line({ secrecy: null }))?.missing.sync).toEqual(['proctor_no_secrecy'])
    const plain = await line({ furtherEducation: null })
    expect([plain?.missing.sync, plain?.warnings]).toEqual([
      [],
      ['no_further_education', 'qualification_period_not_set'],
    ])
    const hired = {
      employer: 'provider',
      contract: { provider: 'ООО', number: '1', from: '2026-01-01', to: '2027-01-01' },
    }
    expect((await line(hired))?.missing.sync).toEqual(['proctor_employer'])
  })

  test('R0-1.4f R3-2.6b T-10 somebody from outside sees the exams of the assigned sessions alone, while the contract runs, and has no other role', async () => {
    const contract = { provider: 'ООО «Проктор»', number: '7', from: '2026-01-01', to: '2027-01-01' }
    const outside = await school.person('proctor', { papers: { employer: 'provider', contract } })
    const own = await school.person('proctor')
    const [mine, another] = [await school.exam({ title: 'Мой' }), await school.exam({ title: 'Чужой' })]
    const { id } = await school.session({ exam: mine, proctors: [outside] })
    await school.session({ exam: mine, proctors: [own] })
    await school.session({ exam: another, proctors: [own] })
    const titles = async (who: TestPerson) =>
      (await who.client.done(listExams, {})).rows.map(({ title }) => title).toSorted()
    expect([await titles(outside), await titles(own)]).toEqual([['Мой'], ['Мой', 'Чужой']])
    expect((await outside.client.call(readExam, { params: { eid: another } })).status).toBe(404)
    const seen = await outside.client.done(listSessions, { params: { eid: mine } })
    expect(seen.rows.map((session) => session.id)).toEqual([id])
    const more = await admin.call(changeRoles, {
      params: { id: outside.id },
      body: { roles: ['proctor', 'teacher'] },
    })
    expect(more).toMatchObject({ status: 409, body: { code: 'external_has_roles' } })
    const both = await school.person('proctor', { roles: ['proctor', 'methodist'] })
    const given = await admin.call(setProctorCard, {
      params: { id: both.id },
      body: { ...wholePapers, employer: 'provider', contract },
    })
    expect(given).toMatchObject({ status: 409, body: { code: 'external_has_roles' } })
    await admin.done(setProctorCard, {
      params: { id: outside.id },
      body: { ...wholePapers, employer: 'provider', contract: { ...contract, to: '2026-11-01' } },
    })
    expect(await admit(another, outside)).toBe('proctor_no_contract')
  })

  test('SM-14 R4-5.1a the proctor acknowledges the acts, his training and the non-disclosure himself; the office can not do it for him', async () => {
    await actInForce(admin, '004')
    const fresh = await school.person('proctor', { papers: null })
    const card = {
      ...wholePapers,
      acknowledged: [],
      instructed: null,
      trained: [{ variant: 'sync' as const, on: '2026-01-12' }],
      secrecy: { on: '2026-01-10', act: 'Приказ № 15' },
    }
    const forHim = await admin.call(setProctorCard, {
      params: { id: fresh.id },
      body: { ...card, acknowledged: [{ document: 'regulation', on: '2026-01-12' }] },
    })
    expect(forHim).toMatchObject({ status: 409, code: 'own_word_needed' })
    const line = await admin.done(setProctorCard, { params: { id: fresh.id }, body: card })
    expect([line.state, line.missing.sync]).toEqual([
      'candidate',
      ['proctor_not_acquainted', 'proctor_not_trained', 'proctor_no_secrecy'],
    ])
    const page = await fresh.client.done(readMyPapers, {})
    expect(page.words.map(({ word, said }) => [word, said])).toEqual([
      ['regulation', null],
      ['review_instruction', null],
      ['trained_sync', null],
      ['secrecy', null],
    ])
    const stale = await fresh.client.call(sayOwnWord, { params: { word: 'regulation' }, body: { act: null } })
    expect(stale.code).toBe('requirements_changed')
    for (const { word } of page.words)
      await fresh.client.done(sayOwnWord, { params: { word }, body: { act: page.act?.id ?? null } })
    const again = await fresh.client.call(sayOwnWord, {
      params: { word: 'secrecy' },
      body: { act: page.act?.id ?? null },
    })
    expect(again.code).toBe('not_asked')
    const after = (await admin.done(listProctors, {})).rows.find(({ person }) => person.id === fresh.id)
    expect([after?.state, after?.missing.sync, after?.card.secrecy?.own]).toEqual(['eligible', [], true])
    const said = await server.database.owner(
      `select d.details ->> 'word' as word, d.details ->> 'text' as text from audit_entry e join audit_details d on d.entry_id = e.id
       where e.action = 'proctor.own_word' and e.actor = $1 and e.object = $1`,
      [fresh.id],
    )
    expect(said.rows.map(({ word }) => word).toSorted()).toEqual(
      page.words.map(({ word }) => word).toSorted(),
    )
    // R4-5.1a: which text of the product was read.
    expect(said.rows.filter(({ text }) => text !== null)).toEqual([
      { word: 'review_instruction', text: reviewInstructionEdition },
    ])
    const stranger = await school.person('teacher')
    expect((await stranger.client.call(readMyPapers, {})).code).toBe('not_a_proctor')
  })

  test('SM-14 T-10 a suspended proctor is refused the wall at once and is not assigned; the teachers learn who is left without one; he comes back, and after a dismissal never', async () => {
    const teacher = await school.person('teacher')
    const deputy = await school.person('methodist')
    const watcher = await school.person('proctor')
    const exam = await school.exam({ title: 'Химия' })
    await school.session({ exam, proctors: [watcher] })
    const { today } = await admin.done(listProctors, {})
    const set = (deed: 'suspend' | 'reinstate' | 'dismiss', from = today, by = admin) =>
      by.call(setStanding, { params: { id: watcher.id }, body: { deed, from, why: 'Спал на экзамене' } })
    const wall = async () => (await watcher.client.call(readWall, {})).status
    expect(await wall()).toBe(200)
    expect((await set('suspend', today, deputy.client)).code).toBe('not_yours')
    expect((await set('suspend', '2020-01-01')).code).toBe('standing_in_the_past')
    const done = await set('suspend')
    expect(done.body).toMatchObject({
      state: 'suspended',
      standing: [{ deed: 'suspend', from: today, why: 'Спал на экзамене' }],
      ahead: [{ exam: { id: exam, title: 'Химия' }, people: 1 }],
    })
    expect(await wall()).toBe(403)
    expect((await watcher.client.done(readMe, {})).roles).toEqual([])
    expect((await watcher.client.done(readMyPapers, {})).standing).toEqual({
      deed: 'suspend',
      from: today,
      why: 'Спал на экзамене',
    })
    expect(await admit(await school.exam(), watcher)).toBe('proctor_suspended')
    const told = (await teacher.client.done(listMyNotices, { query: {} })).rows
    expect(JSON.stringify(told)).toContain('Без проктора останутся участники экзамена: 1.')
    expect((await set('reinstate')).status).toBe(200)
    expect(await wall()).toBe(200)
    expect((await set('dismiss')).status).toBe(200)
    expect(await wall()).toBe(403)
    expect(await admit(await school.exam(), watcher)).toBe('proctor_dismissed')
    expect((await set('reinstate')).code).toBe('not_now')
    const journal = await server.database.owner(
      "select action from audit_entry where object = $1 and action in ('proctor.suspend', 'proctor.reinstate', 'proctor.dismiss') order by at, action",
      [watcher.id],
    )
    expect(journal.rows.map(({ action }) => action).toSorted()).toEqual([
      'proctor.dismiss',
      'proctor.reinstate',
      'proctor.suspend',
    ])
  })

  test('SM-14 a suspension to come leaves alone who sits after it begins, and nobody whom another watches too; nobody lifts his own', async () => {
    const [watcher, second] = [await school.person('proctor'), await school.person('proctor')]
    const { today } = await admin.done(listProctors, {})
    const on = (days: number, hours = 0) =>
      new Date(Date.parse(today) + days * 86_400_000 + hours * 3_600_000).toISOString()
    const set = (deed: 'suspend' | 'reinstate', from: string) =>
      admin.call(setStanding, { params: { id: watcher.id }, body: { deed, from, why: 'Жалобы' } })
    const exam = await school.exam({ opensAt: on(1), closesAt: on(40) })
    const sits = async (days: number, proctors: readonly TestPerson[]) => {
      const { id } = await school.session({ exam, proctors })
      await server.database.owner('update session set opens_at = $2, closes_at = $3 where id = $1', [
        id,
        on(days, 8),
        on(days, 12),
      ])
    }
    await sits(5, [watcher])
    await sits(15, [watcher])
    await sits(16, [watcher, second])
    const body = (reply: { readonly body: unknown }) => reply.body as ProctorLine
    const coming = body(await set('suspend', on(10).slice(0, 10)))
    expect(coming.ahead).toMatchObject([
      { exam: { id: exam }, people: 1, opensAt: instant(on(15, 8)).toString() },
    ])
    expect(body(await set('reinstate', on(12).slice(0, 10)))).toMatchObject({ state: 'eligible', ahead: [] })
    const both = await school.person('proctor', { roles: ['proctor', 'admin'] })
    const deeds = (by: Client) =>
      by.call(setStanding, {
        params: { id: both.id },
        body: { deed: 'suspend', from: today, why: 'Проверка' },
      })
    expect((await deeds(both.client)).code).toBe('not_yours')
    expect((await deeds(admin)).status).toBe(200)
  })

  test('SM-14 an exam whose only proctor was suspended after he was assigned does not begin, and «Today» calls for another', async () => {
    const watcher = await school.person('proctor')
    await ownActInForce(admin, {})
    const exam = await published()
    const { id, examinee } = await school.session({ exam, proctors: [watcher] })
    const { today } = await admin.done(listProctors, {})
    const set = (deed: 'suspend' | 'reinstate') =>
      admin.done(setStanding, {
        params: { id: watcher.id },
        body: { deed, from: today, why: 'Жалобы' },
      })
    const called = async () =>
      (await admin.done(readToday, {})).urgent.filter((one) => one.exam?.id === exam).map(({ what }) => what)
    const begin = () => examinee.client.call(authorizeSession, { params: { sid: id } })
    expect(await called()).not.toContain('no_proctor')
    await set('suspend')
    expect(await called()).toContain('no_proctor')
    expect((await begin()).code).toBe('no_proctor')
    await set('reinstate')
    expect((await begin()).status).toBe(200)
  })

  test('nobody watches his own exam or his own child', async () => {
    const both = await school.person('examinee', { roles: ['examinee', 'proctor'] })
    const exam = await school.exam()
    const own = await admin.call(createSession, {
      params: { eid: exam },
      body: { examinee: both.id, proctors: [both.id] },
    })
    expect(own).toMatchObject({ status: 409, body: { code: 'own_exam' } })
    const mother = await school.person('parent', { roles: ['parent', 'proctor'] })
    const child = await school.person('examinee')
    await admin.done(linkParent, {
      params: { id: child.id, parent: mother.id },
      body: { proof: 'Свидетельство о рождении' },
    })
    const reply = await admin.call(createSession, {
      params: { eid: exam },
      body: { examinee: child.id, proctors: [mother.id] },
    })
    expect(reply).toMatchObject({ status: 409, body: { code: 'own_child' } })
  })
})
