// The calendar the terms are counted by, and the blanks an institution prints.
import { changeCard, createAct, listActs, moveAct } from '@ochno/contract/acts'
import {
  addPeriod,
  addYear,
  changeDay,
  changePeriod,
  listPeriods,
  listYears,
  readYear,
  removePeriod,
  resetYear,
} from '@ochno/contract/calendar'
import { changePaperSetting, listForms, readBlank } from '@ochno/contract/forms'
import { addWorkingDays } from '@ochno/domain/calendar/working-days'
import { blankForm } from '@ochno/domain/document/blanks'
import { defaultRows0034 } from '@ochno/domain/document/f-003-4'
import type { PrintedDocument } from '@ochno/domain/document/model'
import { printedLines } from '@ochno/domain/document/printed-lines'
import { fromMs, instant, Temporal } from '@ochno/domain/time'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { randomIds } from '@ochno/server/adapters/system/ids'
import type { Client } from '@ochno/testkit/client'
import { bootServer, type TestInstitution, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { part, wordText } from './support/office-file.ts'
import { missingLines, pdfPages, pdfText } from './support/pdf-text.ts'

// The year of the tests is this one, so that sign-ins live and the calendar has it.
const start = instant('2026-11-20T09:00:00Z').epochMilliseconds
const begun = Date.now()
const ms = () => start + Date.now() - begun
let server: TestServer
let school: TestInstitution
let admin: Client
let methodist: TestPerson
beforeAll(async () => {
  server = await bootServer({ clock: { ms, now: () => fromMs(ms()), mono: ms } })
})
beforeEach(async () => {
  school = await server.otherInstitution()
  admin = school.admin.client
  methodist = await school.person('methodist')
})
afterAll(() => server.stop())

async function told(object: string) {
  const { rows } = await server.database.owner(
    `select e.action, e.actor, d.details from audit_entry e join audit_details d on d.entry_id = e.id
     where e.object = $1 and e.action like $2 order by e.at, e.id`,
    [object, 'calendar.%'],
  )
  return rows as { action: string; actor: string; details: Record<string, unknown> }[]
}

/** As any feature counts its terms. */
const workingDayAfter = (day: string, count = 1) =>
  postgresStore(server.database.pools.app, randomIds).inTenant(school.id, async (tx) =>
    addWorkingDays(await tx.calendar.effective(), Temporal.PlainDate.from(day), count)?.toString(),
  )

/** The head of each page, read row by row. */
const pageHeadOf = ({ head }: PrintedDocument) =>
  (head?.left ?? []).flatMap((cell, row) => [cell, head?.right[row] ?? ''])

async function inForce(preset: '003' | '004') {
  const act = await admin.done(createAct, { body: { from: 'preset', preset } })
  const steps = act.card.steps.map((step) => ({ ...step, date: step.date ?? '2024-01-10' }))
  await admin.done(changeCard, {
    params: { aid: act.id },
    body: { ...act.card, steps, approvedOn: '2024-07-19', effectiveFrom: '2024-09-01' },
  })
  for (const command of ['consider', ...(steps.length > 0 ? (['agree'] as const) : []), 'approve'] as const)
    await admin.done(moveAct, { params: { aid: act.id }, body: { command } })
}

describe('working days', () => {
  test('TR-14 a day an administrator changes moves every deadline over it, with its reason in the journal', async () => {
    expect(await workingDayAfter('2026-11-20')).toBe('2026-11-23')
    const params = { day: '2026-11-23' }
    const groundless = await admin.call(changeDay, { params, body: { change: { kind: 'off', reason: ' ' } } })
    expect(groundless.status).toBe(400)
    const change = { kind: 'off', reason: 'Указ губернатора № 7' } as const
    const year = await admin.done(changeDay, { params, body: { change } })
    expect(year.changes).toMatchObject([
      { day: '2026-11-23', kind: 'off', byState: 'working', reason: 'Указ губернатора № 7' },
    ])
    expect(await workingDayAfter('2026-11-20')).toBe('2026-11-24')
    // A Saturday that is worked instead.
    const saturday = { change: { kind: 'working', reason: 'Указ губернатора № 7' } } as const
    await admin.done(changeDay, { params: { day: '2026-11-28' }, body: saturday })
    expect(await workingDayAfter('2026-11-27')).toBe('2026-11-28')
    await admin.done(changeDay, { params, body: { change: null } })
    expect(await workingDayAfter('2026-11-20')).toBe('2026-11-23')
    const cleared = await admin.done(resetYear, { params: { year: 2026 } })
    expect(cleared.changes).toEqual([])
    expect(await workingDayAfter('2026-11-27')).toBe('2026-11-30')
    expect(await told(school.id)).toMatchObject([
      {
        action: 'calendar.change_day',
        actor: school.admin.id,
        details: { day: '2026-11-23', byState: 'working', before: null, after: change },
      },
      { action: 'calendar.change_day', details: { day: '2026-11-28' } },
      { action: 'calendar.reset_day', details: { day: '2026-11-23', after: null } },
      { action: 'calendar.reset_year', details: { year: 2026, before: [{ day: '2026-11-28' }] } },
    ])
  })

  test('TR-14 another institution keeps the calendar of the state', async () => {
    const change = { kind: 'off', reason: 'Ремонт' } as const
    await admin.done(changeDay, { params: { day: '2026-11-25' }, body: { change } })
    const theirs = await server.admin.client.done(readYear, { params: { year: 2026 } })
    expect(theirs.changes).toEqual([])
    expect(theirs.days[328]).toBe('working')
    expect((await methodist.client.done(readYear, { params: { year: 2026 } })).days[328]).toBe('off')
  })

  test('TR-65 a year that is not there is not counted; the next one can be added by the law', async () => {
    const known = await admin.done(listYears, {})
    expect([known.today, known.rows.map(({ year }) => year), known.next]).toEqual([
      '2026-11-20',
      [2024, 2025, 2026, 2027],
      2028,
    ])
    expect(await workingDayAfter('2027-12-31')).toBeUndefined()
    const change = { kind: 'off', reason: 'Указ' } as const
    const early = await admin.call(changeDay, { params: { day: '2028-01-11' }, body: { change } })
    expect([early.status, early.code]).toEqual([409, 'year_unknown'])
    const far = await admin.call(addYear, { params: { year: 2029 } })
    expect([far.status, far.code]).toEqual([409, 'year_not_next'])
    const added = await admin.done(addYear, { params: { year: 2028 } })
    expect([added.provisional, added.days.length, added.days[0]]).toEqual([true, 366, 'off'])
    expect(await workingDayAfter('2027-12-31')).toBe('2028-01-10')
    expect((await admin.call(readYear, { params: { year: 2029 } })).code).toBe('not_found')
  })
})

describe('the academic calendar', () => {
  const period = {
    programme: 'Бухгалтер',
    branch: null,
    kind: 'intermediate',
    from: '2026-12-14',
    to: '2026-12-26',
  } as const

  test('TR-12 R3-1.5c an application is due seven calendar days before the first day of the period', async () => {
    await methodist.client.done(addPeriod, { body: period })
    const before = await admin.done(listPeriods, {})
    expect([before.leadDays, before.rows[0]?.applyBy]).toEqual([null, null])
    await inForce('003')
    const after = await admin.done(listPeriods, {})
    expect([after.leadDays, after.rows[0]?.applyBy]).toEqual([7, '2026-12-07'])
  })

  test('TR-12 periods of one programme and branch share no day and end after they begin', async () => {
    const { id } = await admin.done(addPeriod, { body: period })
    const backwards = await admin.call(addPeriod, {
      body: { ...period, from: '2027-01-20', to: '2027-01-19' },
    })
    expect([backwards.status, backwards.code]).toEqual([422, 'ends_before_it_begins'])
    const clash = await admin.call(addPeriod, { body: { ...period, from: '2026-12-26', to: '2026-12-30' } })
    expect([clash.status, clash.code]).toEqual([409, 'periods_overlap'])
    expect(JSON.parse(clash.text)).toMatchObject({ fields: ['2026-12-14', '2026-12-26'] })
    // A branch has days of its own.
    await admin.done(addPeriod, { body: { ...period, branch: 'Филиал в Туле' } })
    const params = { pid: id }
    await admin.done(changePeriod, { params, body: { ...period, to: '2026-12-30' } })
    const { rows } = await admin.done(listPeriods, {})
    expect(rows.map(({ branch, to }) => [branch, to])).toEqual([
      [null, '2026-12-30'],
      ['Филиал в Туле', '2026-12-26'],
    ])
    await methodist.client.done(removePeriod, { params })
    expect((await admin.call(removePeriod, { params })).code).toBe('not_found')
    expect(await told(id)).toMatchObject([
      { action: 'calendar.add_period', details: { before: null, after: { to: '2026-12-26' } } },
      {
        action: 'calendar.change_period',
        details: { before: { to: '2026-12-26' }, after: { to: '2026-12-30' } },
      },
      { action: 'calendar.remove_period', actor: methodist.id, details: { before: { to: '2026-12-30' } } },
    ])
  })
})

describe('blank forms', () => {
  const lines = (document: PrintedDocument) => printedLines(document).filter((line) => /[А-Яа-я]/.test(line))
  const setting = {
    name: 'Частное учреждение «Учебный центр»',
    dative: 'частному учреждению «Учебный центр»',
    short: 'ЧУ «Учебный центр»',
    address: 'г. Тула, ул. Садовая, д. 1',
    city: 'г. Тула',
    fixTypos: false,
  }

  test('R4-A5.00 the forms of the act in force are listed with their clauses, and the consent is printed with the institution on it', async () => {
    const before = await admin.done(listForms, {})
    expect([before.act, before.inForce, before.rows.length]).toEqual([null, false, 35])
    await inForce('004')
    await admin.done(changePaperSetting, { body: setting })
    const proctor = await school.person('proctor')
    const { act, rows } = await proctor.client.done(listForms, {})
    expect([act, rows.some(({ id }) => id === 'F-001-1')]).toEqual(['004', false])
    expect(rows.find(({ id }) => id === 'F-004-5')).toEqual({
      id: 'F-004-5',
      name: 'Согласие на обработку персональных данных (в том числе биометрических)',
      purpose: 'people',
      clauses: [{ act: '004', clause: 'Приложение 5' }],
      kinds: ['pdf', 'docx'],
    })
    const params = { form: 'F-004-5' as const }
    const file = await proctor.client.call(readBlank, { params, query: { as: 'pdf' } })
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(file.headers.get('content-disposition')).toContain('filename="F-004-5.pdf"')
    const institution = { ...setting, zone: 'UTC' }
    const card = { code: 'СМК УД-4.26-2024', act: (await admin.done(listActs, {})).rows[0]?.title ?? '' }
    const blank = blankForm('F-004-5', { institution, quality: card })
    const read = pdfText(file.body, pageHeadOf(blank))
    expect(missingLines(lines(blank), read)).toEqual([])
    expect(read).toContain('видеозображение')
    const word = await proctor.client.done(readBlank, { params, query: { as: 'docx' } })
    expect(wordText(part(word, 'word/document.xml'))).toContain('частномуучреждению')
  })

  test('the slips of an act are mended only where the institution decided so, and the decision is journalled', async () => {
    await admin.done(changePaperSetting, { body: { ...setting, fixTypos: true } })
    const params = { form: 'F-004-5' as const }
    const file = await methodist.client.done(readBlank, { params, query: { as: 'docx' } })
    const text = wordText(part(file, 'word/document.xml'))
    expect([text.includes('видеоизображение'), text.includes('видеозображение')]).toEqual([true, false])
    const { rows } = await server.database.owner(
      `select d.details from audit_entry e join audit_details d on d.entry_id = e.id
       where e.object = $1 and e.action = 'forms.setting'`,
      [school.id],
    )
    expect(rows).toMatchObject([{ details: { before: null, after: { fixTypos: true } } }])
    const notHers = await methodist.client.call(changePaperSetting, { body: setting })
    expect(notHers.code).toBe('forbidden')
  })

  test('a table comes as a spreadsheet too; what the act does not ask for, or no table, is not there', async () => {
    await inForce('003')
    const ask = (form: 'F-003-3' | 'F-003-1' | 'F-004-3', as: 'xlsx' | 'csv' | 'pdf') =>
      methodist.client.call(readBlank, { params: { form }, query: { as } })
    const csv = await ask('F-003-3', 'csv')
    expect(csv.text.replace('\ufeff', '').trim()).toBe('№ п/п;ФИО;Дата;Тема;Кто провёл;Подпись/отметка')
    const xlsx = await ask('F-003-3', 'xlsx')
    expect(part(xlsx.body, 'xl/workbook.xml')).toContain('Журнал инструктажа')
    expect((await ask('F-003-1', 'xlsx')).code).toBe('not_found')
    expect((await ask('F-004-3', 'pdf')).code).toBe('not_found')
    const planted = await methodist.client.raw('GET', '/api/forms/F-003-3/blank?as=csv', {
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(planted.code).toBe('not_same_origin')
  })

  test('TR-73 the printed protocol of 003 answers nothing before the proctor does', async () => {
    await inForce('003')
    const params = { form: 'F-003-4' as const }
    const file = await methodist.client.done(readBlank, { params, query: { as: 'pdf' } })
    const institution = { ...setting, name: 'Другая школа', zone: 'UTC' }
    const blank = lines(blankForm('F-003-4', { institution, quality: null }))
    const text = pdfPages(file).join('\n')
    expect(text.match(/да\/нет/g)?.length).toBeGreaterThan(defaultRows0034.length)
    // «нет» stands only where the act's own words have it.
    expect(text.match(/(?<=\s)нет(?=\s)/g)?.length ?? 0).toBe(
      blank.filter((line) => /\sнет\s/.test(line)).length,
    )
  })
})
