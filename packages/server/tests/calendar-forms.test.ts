// The calendar the terms are counted by, and the blanks an institution prints.
import { changeCard, createAct, moveAct } from '@ochno/contract/acts'
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
import { addWorkingDays } from '@ochno/domain/calendar/working-days'
import { fromMs, instant, Temporal } from '@ochno/domain/time'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { randomIds } from '@ochno/server/adapters/system/ids'
import type { Client } from '@ochno/testkit/client'
import { bootServer, type TestInstitution, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

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
