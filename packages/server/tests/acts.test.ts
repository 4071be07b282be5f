// The life of an institution's acts as people lead it: drafts, decisions, approval, the day of effect, the next edition.
import {
  type ActView,
  changeCard,
  compareActs,
  createAct,
  decideParameter,
  exportAct,
  listActs,
  moveAct,
  previewAct,
  readAct,
  stateParameter,
} from '@ochno/contract/acts'
import { changeInstitution } from '@ochno/contract/institution'
import { FORMAT } from '@ochno/domain/policy/exchange'
import { fromMs } from '@ochno/domain/time'
import type { Client } from '@ochno/testkit/client'
import { bootServer, type TestInstitution, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

let aheadMs = 0
const ms = () => Date.now() + aheadMs
const clock = { ms, now: () => fromMs(ms()), mono: ms }
let server: TestServer
let school: TestInstitution
let admin: Client
let methodist: TestPerson
beforeAll(async () => {
  server = await bootServer({ clock })
})
beforeEach(async () => {
  school = await server.otherInstitution()
  admin = school.admin.client
  methodist = await school.person('methodist')
})
afterAll(() => server.stop())

/** Where the day begins first and last: between them it is always another date. */
const EARLY = 'Pacific/Kiritimati'
const LATE = 'Pacific/Pago_Pago'
const dayIn = (zone: string) => clock.now().toZonedDateTimeISO(zone).toPlainDate().toString()
const live = (zone: string) => admin.done(changeInstitution, { body: { name: 'Школа актов', zone } })

const draft = (preset: '000' | '001' | '002' | '003' | '004', client = admin) =>
  client.done(createAct, { body: { from: 'preset', preset } })
const move = (act: ActView, command: 'consider' | 'agree' | 'approve' | 'rework', client = admin) =>
  client.call(moveAct, { params: { aid: act.id }, body: { command } })
const read = (act: ActView, client = admin) => client.done(readAct, { params: { aid: act.id } })
const setting = (act: ActView, key: string) => act.settings.find((one) => one.key === key)

async function approved(act: ActView): Promise<ActView> {
  for (const command of ['consider', ...(act.card.steps.length > 0 ? (['agree'] as const) : [])] as const)
    expect([command, (await move(act, command)).status]).toEqual([command, 200])
  const reply = await move(act, 'approve')
  expect(reply.status).toBe(200)
  return reply.body
}

async function told(act: ActView) {
  const { rows } = await server.database.owner(
    `select e.action, e.actor, e.role, d.details from audit_entry e join audit_details d on d.entry_id = e.id
     where e.object = $1 order by e.at, e.ctid`,
    [act.id],
  )
  return rows as { action: string; actor: string; role: string; details: Record<string, unknown> }[]
}

describe('an edition', () => {
  test('TR-18 it is not approved while it would begin before its approval', async () => {
    const act = await draft('004')
    const params = { aid: act.id }
    await admin.done(changeCard, { params, body: { ...act.card, effectiveFrom: '2020-01-01' } })
    expect((await move(act, 'consider')).status).toBe(200)
    expect((await move(act, 'approve')).code).toBe('effect_before_approval')
    expect((await read(act)).state).toBe('considered')
  })

  test('begins as one of the five acts, with the words of each clause', async () => {
    const act = await draft('004')
    expect(act).toMatchObject({ edition: 1, preset: '004', state: 'draft', effectiveFrom: '2024-09-01' })
    expect(act.card).toMatchObject({ order: '№15-у/р-акт', approvedOn: '2024-07-19', steps: [] })
    const capacity = setting(act, 'capacity.max_simultaneous')
    expect(capacity).toMatchObject({ state: 'act', value: 15, clauses: ['3.7'] })
    if (capacity?.state !== 'act') throw new Error('not said')
    expect(capacity.quotes[0]?.text).toContain('не более 15 испытуемых')
    expect((await admin.done(listActs, {})).rows.map(({ id, edition }) => [id, edition])).toEqual([
      [act.id, 1],
    ])
    expect(await told(act)).toMatchObject([
      { action: 'act.create', actor: school.admin.id, role: 'admin', details: { preset: '004' } },
    ])
  })

  test('R0-7.4 what the act leaves open is listed as open and needed, and is filled only by a decision with a ground', async () => {
    const act = await draft('000')
    expect(setting(act, 'appeal.filing_days')).toEqual({
      key: 'appeal.filing_days',
      state: 'open',
      needed: true,
    })
    const at = { aid: act.id, key: 'appeal.filing_days' as const }
    const groundless = await admin.call(decideParameter, {
      params: at,
      body: { decided: { value: 3, ground: ' ' } },
    })
    expect(groundless.status).toBe(400)
    const wrong = await admin.call(decideParameter, {
      params: at,
      body: { decided: { value: 'три', ground: 'Приказ № 50' } },
    })
    expect([wrong.status, wrong.code]).toEqual([422, 'wrong_value'])
    const filled = await methodist.client.done(decideParameter, {
      params: at,
      body: { decided: { value: 3, ground: 'Приказ № 50' } },
    })
    expect(setting(filled, 'appeal.filing_days')).toEqual({
      key: 'appeal.filing_days',
      state: 'decision',
      value: 3,
      ground: 'Приказ № 50',
    })
    expect(filled.undecided).toBe(act.undecided - 1)
    const again = await admin.done(decideParameter, { params: at, body: { decided: null } })
    expect(again.undecided).toBe(act.undecided)
    expect((await told(act)).slice(1)).toMatchObject([
      {
        action: 'act.decide',
        actor: methodist.id,
        role: 'methodist',
        details: { before: null, after: { value: 3 } },
      },
      { action: 'act.decide', actor: school.admin.id, details: { before: { value: 3 }, after: null } },
    ])
  })

  test('where the act speaks a decision is refused, and only a draft of an own edition says otherwise', async () => {
    const act = await draft('004')
    const at = { aid: act.id, key: 'capacity.max_simultaneous' as const }
    const decided = await admin.call(decideParameter, {
      params: at,
      body: { decided: { value: 20, ground: 'Приказ' } },
    })
    expect([decided.status, decided.code]).toEqual([409, 'act_says'])
    const said = await admin.done(stateParameter, {
      params: at,
      body: { stated: { value: 12, clauses: ['3.7'], quote: 'не более 12 испытуемых', note: null } },
    })
    expect(setting(said, 'capacity.max_simultaneous')).toMatchObject({
      state: 'act',
      value: 12,
      quotes: [{ clause: '3.7', text: 'не более 12 испытуемых' }],
    })
    const silent = await admin.done(stateParameter, { params: at, body: { stated: null } })
    expect(setting(silent, 'capacity.max_simultaneous')).toMatchObject({ state: 'open', needed: true })
    await move(act, 'consider')
    const late = await admin.call(stateParameter, { params: at, body: { stated: null } })
    expect([late.status, late.code]).toEqual([409, 'not_a_draft'])
  })

  test('two people who begin at once get two numbers', async () => {
    const made = await Promise.all([draft('000'), draft('001', methodist.client), draft('003')])
    expect(made.map(({ edition }) => edition).sort()).toEqual([1, 2, 3])
  })
})

describe('its approval', () => {
  test('SM-15 the steps go in order: considered, agreed by the bodies of its card, approved by the director alone', async () => {
    const act = await draft('000')
    expect(act.commands).toEqual(['consider'])
    expect((await move(act, 'approve')).code).toBe('not_now')
    expect((await move(act, 'consider', methodist.client)).body.state).toBe('considered')
    expect((await move(act, 'approve')).code).toBe('not_now')
    const agreed = await move(act, 'agree', methodist.client)
    expect([agreed.body.state, agreed.body.commands]).toEqual(['agreed', ['rework']])
    expect((await move(act, 'approve', methodist.client)).code).toBe('forbidden')
    expect((await move(act, 'rework', methodist.client)).body.state).toBe('draft')
    expect((await approved(act)).state).toBe('effective')
    expect((await move(act, 'rework')).code).toBe('not_now')
    expect((await told(act)).map(({ action, actor }) => [action, actor])).toEqual([
      ['act.create', school.admin.id],
      ['act.consider', methodist.id],
      ['act.agree', methodist.id],
      ['act.rework', methodist.id],
      ['act.consider', school.admin.id],
      ['act.agree', school.admin.id],
      ['act.approve', school.admin.id],
      ['act.take_effect', 'system'],
    ])
  })

  test('R0-0a a step without its day, or dated after the approval, keeps the edition from being approved', async () => {
    const act = await draft('000')
    const card = act.card
    const withDate = (date: string | null) =>
      admin.done(changeCard, {
        params: { aid: act.id },
        body: { ...card, steps: card.steps.map((step, at) => (at === 0 ? { ...step, date } : step)) },
      })
    for (const date of [null, '2026-05-26']) {
      await withDate(date)
      await move(act, 'consider')
      await move(act, 'agree')
      expect([date, (await move(act, 'approve')).code]).toEqual([date, 'steps_open'])
      await move(act, 'rework')
    }
    await withDate('2026-05-25')
    expect((await approved(act)).state).toBe('effective')
  })

  test('TR-18 the day of effect is chosen beside the day of approval: without it nothing is approved', async () => {
    const act = await draft('001')
    expect([act.card.approvedOn, act.card.effectiveFrom]).toEqual(['2024-08-30', null])
    await move(act, 'consider')
    await move(act, 'agree')
    expect((await move(act, 'approve')).code).toBe('no_effective_date')
    await move(act, 'rework')
    await admin.done(changeCard, {
      params: { aid: act.id },
      body: { ...act.card, approvedOn: null, effectiveFrom: '2024-09-02' },
    })
    await move(act, 'consider')
    await move(act, 'agree')
    expect((await move(act, 'approve')).code).toBe('no_order')
    await move(act, 'rework')
    await admin.done(changeCard, {
      params: { aid: act.id },
      body: { ...act.card, effectiveFrom: '2024-09-02' },
    })
    expect((await approved(act)).effectiveFrom).toBe('2024-09-02')
  })

  test('TR-18 an approved edition waits for its day in the zone of the institution', async () => {
    await live(LATE)
    const act = await draft('004')
    const on = dayIn(EARLY)
    await admin.done(changeCard, { params: { aid: act.id }, body: { ...act.card, effectiveFrom: on } })
    expect((await approved(act)).state).toBe('approved')
    expect((await read(act)).state).toBe('approved')
    await live(EARLY)
    expect((await read(act)).state).toBe('effective')
  })

  test('TR-18 the day is noticed though nobody looks', async () => {
    await live(LATE)
    const act = await draft('004')
    await admin.done(changeCard, {
      params: { aid: act.id },
      body: { ...act.card, effectiveFrom: dayIn(EARLY) },
    })
    await approved(act)
    await live(EARLY)
    await server.database.owner("select graphile_worker.add_job('act_sweep')")
    await vi.waitFor(
      async () => {
        const { rows } = await server.database.owner('select state from act_edition where id = $1', [act.id])
        expect(rows).toEqual([{ state: 'effective' }])
      },
      { timeout: 20_000 },
    )
  })

  test('R0-7.5 a new edition that takes effect ends the one before, which does not change any more', async () => {
    const first = await approved(await draft('000'))
    const second = await admin.done(createAct, { body: { from: 'edition', act: first.id } })
    expect(second).toMatchObject({ edition: 2, state: 'draft', card: { order: null, approvedOn: null } })
    const { card } = second
    expect(card.steps.map(({ date }) => date)).toEqual([null, null, null])
    await admin.done(changeCard, {
      params: { aid: second.id },
      body: {
        ...card,
        order: '№ 55',
        approvedOn: '2026-06-01',
        effectiveFrom: '2026-06-01',
        steps: card.steps.map((step) => ({ ...step, number: '№ 8', date: '2026-05-30' })),
      },
    })
    expect((await read(first)).state).toBe('effective')
    await approved(second)
    const { rows } = await admin.done(listActs, {})
    expect(rows.map(({ edition, state }) => [edition, state])).toEqual([
      [2, 'effective'],
      [1, 'superseded'],
    ])
    const late = await admin.call(decideParameter, {
      params: { aid: first.id, key: 'appeal.filing_days' },
      body: { decided: { value: 3, ground: 'Приказ' } },
    })
    expect([late.status, late.code]).toEqual([409, 'superseded'])
    expect((await told(first)).at(-1)).toMatchObject({ action: 'act.supersede', actor: 'system' })
  })
})

test('SM-15 the card changes by stages: protocols until the approval, the signed file after it, nothing at the end', async () => {
  const act = await draft('000')
  const put = (card: ActView['card']) => admin.call(changeCard, { params: { aid: act.id }, body: card })
  await move(act, 'consider')
  const renamed = await put({ ...act.card, title: 'Другое название' })
  expect([renamed.status, renamed.code]).toEqual([409, 'card_closed'])
  expect((JSON.parse(renamed.text) as { fields: string[] }).fields).toEqual(['title'])
  const numbered = { ...act.card, order: '№ 42' }
  expect((await put(numbered)).body.card.order).toBe('№ 42')
  await move(act, 'agree')
  expect((await move(act, 'approve')).body.state).toBe('effective')
  expect((await put({ ...numbered, order: '№ 43' })).code).toBe('card_closed')
  const signature = { signer: 'Школа', at: "2026.05.25 16:36:00 +06'00'" }
  const published = await put({ ...numbered, signature, publicUrl: 'https://school.example/act.pdf' })
  expect(published.body.card).toMatchObject({ signature, publicUrl: 'https://school.example/act.pdf' })
  const vague = await put({ ...numbered, signature: { signer: 'Школа', at: 'вчера' } })
  expect(vague.status).toBe(400)
})

test('R0-0d R0-0b without who approves it, or without a protocol number that is asked for, no edition is approved', async () => {
  const act = await draft('000')
  const put = (card: ActView['card']) => admin.done(changeCard, { params: { aid: act.id }, body: card })
  await move(act, 'consider')
  await move(act, 'agree')
  await put({ ...act.card, approver: { post: 'Директор', name: '' } })
  expect((await move(act, 'approve')).code).toBe('no_approver')
  const [council, ...others] = act.card.steps
  if (!council) throw new Error('no step')
  await put({ ...act.card, steps: [{ ...council, number: null }, ...others] })
  expect((await move(act, 'approve')).code).toBe('steps_open')
  await put({ ...act.card, steps: [{ ...council, number: null, numbered: false }, ...others] })
  expect((await move(act, 'approve')).body.state).toBe('effective')
})

test('TR-18 an act that begins with its order has one day for both', async () => {
  const act = await draft('000')
  const card = { ...act.card, approvedOn: '2026-05-26', effectiveFrom: '2030-01-01' }
  const kept = await admin.done(changeCard, { params: { aid: act.id }, body: card })
  expect(kept.effectiveFrom).toBe('2026-05-26')
})

describe('its file', () => {
  const file = async (act: ActView) => (await admin.done(exportAct, { params: { aid: act.id } })).text
  const carry = (text: string) => admin.call(createAct, { body: { from: 'file', title: 'Из файла', text } })

  test('carries the whole policy to another edition and nothing of its approval', async () => {
    const act = await draft('003')
    await admin.done(decideParameter, {
      params: { aid: act.id, key: 'appeal.filing_days' },
      body: { decided: { value: 3, ground: 'Приказ № 50' } },
    })
    const { body } = await carry(await file(act))
    expect(body).toMatchObject({ state: 'draft', title: 'Из файла', preset: '003' })
    expect(body.settings).toEqual((await read(act)).settings)
    const same = await admin.done(compareActs, { params: { aid: act.id, other: body.id } })
    expect(same.rows).toEqual([])
  })

  test('that is wrong is refused with the line, parameter and clause of each problem, and nothing is made', async () => {
    const text = await file(await draft('004'))
    const wrong = text
      .replace('"value": 15', '"value": "пятнадцать"')
      .replace('"proctor.nda"', '"proctor.oath"')
    const line = (key: string) => wrong.split('\n').findIndex((one) => one.includes(`"${key}"`)) + 1
    const reply = await carry(wrong)
    expect([reply.status, reply.code]).toEqual([422, 'wrong_file'])
    expect((JSON.parse(reply.text) as { fields: string[] }).fields).toEqual([
      `${line('capacity.max_simultaneous')}|capacity.max_simultaneous|3.7|wrong_value`,
      `${line('proctor.oath')}|proctor.oath||unknown_parameter`,
    ])
    for (const [text, why] of [
      ['{"a": ', '1|||not_json'],
      ['[]', '1|||not_a_policy'],
      [
        `{"format": "${FORMAT}", "act": "x", "stated": {"__proto__": {}}, "decisions": {}}`,
        '1|__proto__||unknown_parameter',
      ],
    ] as const)
      expect((JSON.parse((await carry(text)).text) as { fields: string[] }).fields).toEqual([why])
    expect((await admin.done(listActs, {})).rows).toHaveLength(1)
  })

  test('is read up to 512 KiB, far beyond an ordinary request; a larger one is refused', async () => {
    const text = await file(await draft('004'))
    const padded = text + ' '.repeat(400 * 1024)
    expect((await carry(padded)).status).toBe(200)
    const large = await carry(text + ' '.repeat(1100 * 1024))
    expect([large.status, large.code]).toEqual([413, 'too_large'])
  })

  test('an own act begins with nothing said, is quoted by its own words, and is compared by what changes for people', async () => {
    const own = await admin.done(createAct, { body: { from: 'nothing', title: 'Наш порядок' } })
    expect(own.preset).toBe('own')
    expect(own.settings.every(({ state }) => state === 'open')).toBe(true)
    const said = await admin.done(stateParameter, {
      params: { aid: own.id, key: 'capacity.max_simultaneous' },
      body: { stated: { value: 10, clauses: ['2.1', '2.2'], quote: 'до десяти человек', note: null } },
    })
    const quotes = [{ clause: '2.1, 2.2', text: 'до десяти человек' }]
    expect(setting(said, 'capacity.max_simultaneous')).toMatchObject({ value: 10, quotes })
    expect((await carry(await file(own))).body.settings).toEqual(said.settings)
    const act = await draft('004')
    const { rows } = await admin.done(compareActs, { params: { aid: act.id, other: own.id } })
    expect(rows.find(({ key }) => key === 'capacity.max_simultaneous')).toMatchObject({
      before: { state: 'act', value: 15 },
      after: { state: 'act', value: 10 },
    })
  })
})

test('what people will live by is told in words', async () => {
  const act = await draft('004')
  const { examinee, teacher } = await admin.done(previewAct, { params: { aid: act.id } })
  expect(examinee).toContain('Одновременно сдают не более 15 человек (п. 3.7).')
  expect(teacher).toContain('«Срок подачи апелляции»: не урегулировано, никто ещё не решил.')
})

test('those who only read see an edition and no command; an examinee sees nothing', async () => {
  const act = await draft('004')
  const proctor = await school.person('proctor')
  expect((await read(act, proctor.client)).commands).toEqual([])
  const refused = await proctor.client.call(createAct, { body: { from: 'preset', preset: '000' } })
  expect(refused.code).toBe('forbidden')
  const examinee = await school.person('examinee')
  expect((await examinee.client.call(readAct, { params: { aid: act.id } })).code).toBe('forbidden')
})

test('T-30 nobody reads, copies, compares or changes an edition of another institution', async () => {
  const act = await draft('004')
  const other = (await server.otherInstitution()).admin.client
  expect((await other.done(listActs, {})).rows).toEqual([])
  const aid = act.id
  const mine = await other.done(createAct, { body: { from: 'preset', preset: '000' } })
  const codes = [
    await other.call(readAct, { params: { aid } }),
    await other.call(createAct, { body: { from: 'edition', act: aid } }),
    await other.call(compareActs, { params: { aid: mine.id, other: aid } }),
    await other.call(exportAct, { params: { aid } }),
    await other.call(previewAct, { params: { aid } }),
    await other.call(changeCard, { params: { aid }, body: act.card }),
    await other.call(moveAct, { params: { aid }, body: { command: 'consider' } }),
    await other.call(decideParameter, {
      params: { aid, key: 'appeal.filing_days' },
      body: { decided: { value: 3, ground: 'Приказ' } },
    }),
  ].map(({ code }) => code)
  expect(codes).toEqual(Array(8).fill('not_found'))
  expect((await read(act)).state).toBe('draft')
})

test('B-08 an edition is moved only with a password given a moment ago', async () => {
  const act = await draft('004')
  aheadMs += 5 * 60_000 + 1000
  expect((await move(act, 'consider')).code).toBe('step_up')
  expect((await read(act)).state).toBe('draft')
})
