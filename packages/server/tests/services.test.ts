// The register of services: from what an act names to a service that everybody of a role opens, with an order in between.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { listMyNotices } from '@ochno/contract/notices'
import { acknowledgeRules, readCatalogue, readProctoringSoftware } from '@ochno/contract/service-catalogue'
import {
  addServiceOrder,
  printServiceCard,
  printServiceOrder,
  readOrderPower,
  removeServiceOrder,
  sendOrderPower,
  signServiceOrder,
} from '@ochno/contract/service-orders'
import {
  addService,
  changeService,
  fillServiceRegister,
  listAcknowledgements,
  moveService,
  publishServiceRules,
  readServiceFile,
  readServiceRegister,
  type RegisterView,
  removeService,
  saveServiceSettings,
  sendServiceFile,
  type ServiceCardGiven,
  type ServiceView,
} from '@ochno/contract/services'
import { actInForce } from '@ochno/testkit/act-in-force'
import type { Client } from '@ochno/testkit/client'
import { bootServer, type TestInstitution, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pdfPages } from './support/pdf-text.ts'

let server: TestServer
let college: TestInstitution
let admin: Client
let technical: TestPerson
let organisational: TestPerson
beforeAll(async () => {
  server = await bootServer()
})
beforeEach(async () => {
  college = await server.otherInstitution()
  admin = college.admin.client
  technical = await college.person('support')
  organisational = await college.person('methodist')
})
afterAll(() => server.stop())

const pdf = new TextEncoder().encode('%PDF-1.7 contract 7/26')
const rules = { text: 'Пишите вежливо.', requirements: 'Браузер.', protection: 'Пароль не передавайте.' }
const named = (register: RegisterView, name: string): ServiceView => {
  const found = register.services.find(({ card }) => card.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
const read = () => admin.done(readServiceRegister, {})
const checkedFor = (register: RegisterView) => ({
  ok: true,
  by: 'Петров П. П.',
  on: '2026-01-15',
  next: `${Number(register.today.slice(0, 4)) + 1}-12-31`,
})
const withContract = (register: RegisterView, card: ServiceCardGiven): ServiceCardGiven => ({
  ...card,
  rightHolder: 'ООО «Правообладатель»',
  contract: {
    number: '7/26',
    on: '2026-01-10',
    until: `${Number(register.today.slice(0, 4)) + 2}-01-10`,
    security: 'Доступ по паролю',
    confidentiality: 'Раздел 5',
    support: 'По почте',
    personalAccounts: false,
  },
  checks: { personal_data: checkedFor(register) },
})
const signer = { name: 'Королева Л. А.', post: 'Директор', power: null }

/** As far as the order: checked, with its contract, its file and its rules. */
async function readyToOrder(name: string, change: Partial<ServiceCardGiven> = {}) {
  const register = await read()
  const { id, card } = named(register, name)
  const params = { srv: id }
  await admin.done(changeService, { params, body: { ...withContract(register, card), ...change } })
  await admin.done(sendServiceFile, { params: { ...params, purpose: 'contract' }, body: pdf })
  await admin.done(publishServiceRules, { params, body: rules })
  await admin.done(moveService, { params, body: { command: 'check', reason: '' } })
  await admin.done(moveService, { params, body: { command: 'conclude', reason: '' } })
  return id
}
const prepare = (services: readonly string[], more: object = {}) =>
  admin.call(addServiceOrder, {
    body: {
      services: [...services],
      technical: technical.id,
      organisational: organisational.id,
      signer,
      authorised: false,
      ...more,
    },
  })
const sign = async (sod: string, number = '239') =>
  admin.call(signServiceOrder, { params: { sod }, body: { number, signedOn: (await read()).today } })
async function inUse(name: string, change: Partial<ServiceCardGiven> = {}) {
  const id = await readyToOrder(name, change)
  const { body } = await prepare([id])
  const signed = await sign(body.id)
  if (signed.status !== 200) throw new Error(signed.text)
  return id
}
const catalogue = async (client: Client) => (await client.done(readCatalogue, {})).services

test('R2-5d R2-6 002 in force fills the register once; what it does not name is added by hand and by name once', async () => {
  expect((await admin.call(fillServiceRegister, {})).code).toBe('no_act')
  await actInForce(admin, '002')
  const filled = await admin.done(fillServiceRegister, {})
  expect(filled.services).toHaveLength(19)
  expect(filled.notEntered).toBe(0)
  expect(named(filled, 'ЮРАЙТ')).toMatchObject({
    state: 'proposed',
    clauses: ['5', '7'],
    card: { modes: ['async'] },
  })
  expect((await admin.done(fillServiceRegister, {})).services).toHaveLength(19)
  const own = { ...named(filled, 'Stepik').card, name: 'Лекториум' }
  const added = await admin.done(addService, { body: { from: 'own', card: own } })
  expect(named(await read(), 'Лекториум').id).toBe(added.id)
  expect((await admin.call(addService, { body: { from: 'own', card: own } })).code).toBe('service_taken')
  const other = await server.otherInstitution()
  expect((await other.admin.client.done(readServiceRegister, {})).services).toEqual([])
})

test('R2-11a R2-11b R2-12a R2-12d no ground, no order; the order brings a service into use and names it mandatory', async () => {
  await actInForce(admin, '002')
  const register = await admin.done(fillServiceRegister, {})
  const { id, card } = named(register, 'Stepik')
  const params = { srv: id }
  const move = (command: 'check' | 'conclude' | 'activate') =>
    admin.call(moveService, { params, body: { command, reason: '' } })
  expect((await move('check')).code).toBe('personal_data')
  await admin.done(changeService, {
    params,
    body: { ...card, checks: { personal_data: checkedFor(register) } },
  })
  expect((await move('check')).body.state).toBe('legal_check')
  expect((await move('conclude')).code).toBe('no_contract')
  const contract = withContract(register, card)
  await admin.done(changeService, { params, body: contract })
  expect((await move('conclude')).code).toBe('no_contract')
  expect((await prepare([id])).code).toBe('not_ready_to_order')
  await admin.done(sendServiceFile, { params: { ...params, purpose: 'contract' }, body: pdf })
  expect((await move('conclude')).body.state).toBe('contract')
  expect((await move('activate')).code).toBe('not_now')

  const { body: order } = await prepare([id])
  await admin.done(publishServiceRules, { params, body: rules })
  const student = await college.person('examinee')
  expect(await catalogue(student.client)).toEqual([])
  const after = (await sign(order.id)).body
  expect(named(after, 'Stepik')).toMatchObject({
    state: 'active',
    mandatory: true,
    order: { number: '239', signedOn: after.today },
  })
  expect((await catalogue(student.client)).map(({ name, mandatory }) => [name, mandatory])).toEqual([
    ['Stepik', true],
  ])
  expect(named(after, 'Нетология')).toMatchObject({ state: 'proposed', mandatory: false })
  expect((await sign(order.id)).code).toBe('not_now')

  // By a user agreement alone.
  const openedu = named(after, 'Openedu')
  const agreement = {
    version: '2.0',
    on: '2026-02-01',
    joinedBy: 'Петров П. П.',
    address: 'https://openedu.ru/terms',
  }
  const byAgreement = { ...openedu.card, agreement, checks: contract.checks }
  await admin.done(changeService, { params: { srv: openedu.id }, body: byAgreement })
  for (const command of ['check', 'conclude'] as const)
    await admin.done(moveService, { params: { srv: openedu.id }, body: { command, reason: '' } })
  expect(named(await read(), 'Openedu')).toMatchObject({ state: 'contract', lacks: ['no_rules'] })
})

test('R2-12a an authorised person signs only with the document; the order is printed before and after', async () => {
  await actInForce(admin, '002')
  await admin.done(fillServiceRegister, {})
  const id = await readyToOrder('Stepik')
  const deputy = { ...signer, post: 'Заместитель директора' }
  expect((await prepare([id], { authorised: true, signer: deputy })).code).toBe('signer_no_power')
  const power = { document: 'Доверенность', number: '5', on: '2026-01-12' }
  const { body: order } = await prepare([id], { authorised: true, signer: { ...deputy, power } })
  expect((await sign(order.id)).code).toBe('signer_no_power')
  await admin.done(sendOrderPower, { params: { sod: order.id }, body: pdf })
  const print = () => admin.call(printServiceOrder, { params: { sod: order.id }, query: { as: 'pdf' } })
  const draft = await print()
  expect([draft.status, draft.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect((await sign(order.id)).status).toBe(200)
  expect((await print()).status).toBe(200)
  const card = await admin.call(printServiceCard, { params: { srv: id }, query: { as: 'pdf' } })
  expect(card.status).toBe(200)
  const file = await admin.done(readServiceFile, { params: { srv: id, purpose: 'contract' } })
  expect(new Uint8Array(file)).toEqual(pdf)
  const { rows } = await server.database.owner(
    `select action from audit_entry where object = $1 order by at, id`,
    [id],
  )
  const actions = rows.map(({ action }) => action)
  expect(actions).toEqual(
    expect.arrayContaining([
      'service.change',
      'service.file',
      'service.check',
      'service.ordered',
      'service.file_view',
    ]),
  )
})

test('R0-1.2d R0-1.2e R2-2b R2-2c R2-17b a foreign service needs a reason, is no default for parents, a resource exchanges with accounts only', async () => {
  await actInForce(admin, '002')
  const register = await admin.done(fillServiceRegister, {})
  const telegram = named(register, 'Telegram')
  expect(telegram.warnings).toContain('foreign')
  expect(telegram.lacks).toContain('foreign_unexplained')
  const params = { srv: telegram.id }
  const full = withContract(register, telegram.card)
  await admin.done(changeService, { params, body: full })
  const check = () => admin.call(moveService, { params, body: { command: 'check', reason: '' } })
  expect((await check()).code).toBe('foreign_unexplained')
  const explained = { ...full, origin: { ...full.origin, override: 'До перевода групп в VK TEAMS' } }
  const forParents = { ...explained, audience: ['pupil', 'parent', 'staff'] as ServiceCardGiven['audience'] }
  expect(
    (await admin.call(changeService, { params, body: { ...forParents, parentsDefault: true } })).code,
  ).toBe('foreign_default')
  await admin.done(changeService, { params, body: explained })
  expect((await check()).body.state).toBe('legal_check')

  const stepik = named(register, 'Stepik')
  const exchange = { ...withContract(register, stepik.card), exchange: true }
  const save = (body: ServiceCardGiven) => admin.call(changeService, { params: { srv: stepik.id }, body })
  expect((await save(exchange)).code).toBe('no_accounts')
  const contract = exchange.contract as NonNullable<ServiceCardGiven['contract']>
  expect((await save({ ...exchange, contract: { ...contract, personalAccounts: true } })).status).toBe(200)

  // Another default takes the place of the first.
  const mail = named(register, 'Электронная почта учреждения')
  await admin.done(changeService, { params: { srv: mail.id }, body: { ...mail.card, parentsDefault: true } })
  const defaults = (await read()).services.filter(({ card }) => card.parentsDefault)
  expect(defaults.map(({ card }) => card.name)).toEqual([mail.card.name])
})

test('R0-1.1c R0-5.2 R2-4 R2-15b TR-66 a new account finds the services of its role at once, reads the rules of each, then it opens', async () => {
  await actInForce(admin, '002')
  await admin.done(fillServiceRegister, {})
  const id = await inUse('ЮРАЙТ')
  await inUse('VK TEAMS')
  const params = { srv: id }
  const student = await college.person('examinee')
  const [first, second] = await catalogue(student.client)
  expect([first?.name, second?.name]).toEqual(['ЮРАЙТ', 'VK TEAMS'])
  expect(first).toMatchObject({
    address: null,
    hasAddress: true,
    acknowledged: null,
    rules: { version: 1, ...rules },
  })
  expect(await catalogue((await college.person('parent')).client)).toEqual([])

  const read1 = await student.client.done(acknowledgeRules, { params, body: { version: 1 } })
  expect(read1).toMatchObject({ acknowledged: 1, address: 'https://urait.ru' })
  expect((await catalogue(student.client))[1]).toMatchObject({ address: null, acknowledged: null })
  await admin.done(publishServiceRules, { params, body: { ...rules, text: 'Не копируйте книги целиком.' } })
  const anew = (await catalogue(student.client))[0]
  expect(anew).toMatchObject({ address: null, acknowledged: 1, rules: { version: 2 } })
  const stale = await student.client.call(acknowledgeRules, { params, body: { version: 1 } })
  expect(stale.code).toBe('rules_changed')
  await student.client.done(acknowledgeRules, { params, body: { version: 2 } })

  const log = await admin.done(listAcknowledgements, { params })
  expect(log.rows.map(({ person, version }) => [person.id, version])).toEqual([
    [student.id, 2],
    [student.id, 1],
  ])
  expect(named(await read(), 'ЮРАЙТ').acknowledged).toBe(1)
  expect((await student.client.call(listAcknowledgements, { params })).status).toBe(403)
  expect((await student.client.call(readServiceRegister, {})).status).toBe(403)
})

test('R0-0e R2-19b a family is switched off here; what is prohibited is suspended and both responsible persons are told', async () => {
  await actInForce(admin, '002')
  await admin.done(fillServiceRegister, {})
  await inUse('TrueConf')
  const id = await inUse('VK TEAMS')
  const { client } = await college.person('examinee')
  const names = async () => (await catalogue(client)).map(({ name }) => name)
  const settings = { off: [], prohibited: [], accounts: null }
  await admin.done(saveServiceSettings, { body: { ...settings, off: ['video'] } })
  expect(await names()).toEqual(['VK TEAMS'])
  await admin.done(saveServiceSettings, { body: settings })
  expect(await names()).toEqual(['TrueConf', 'VK TEAMS'])

  const prohibited = [{ name: 'VK', host: 'vk.com', ground: 'решение № 12' }]
  const after = await admin.done(saveServiceSettings, { body: { ...settings, prohibited } })
  expect(named(after, 'VK TEAMS')).toMatchObject({ state: 'suspended', mandatory: false })
  expect(named(after, 'VK TEAMS').reason).toContain('решение № 12')
  expect(await names()).toEqual(['TrueConf'])
  for (const person of [technical, organisational]) {
    const told = await person.client.done(listMyNotices, {})
    expect(JSON.stringify(told)).toContain('VK TEAMS')
  }
  const resume = await admin.call(moveService, {
    params: { srv: id },
    body: { command: 'resume', reason: '' },
  })
  expect(resume.code).toBe('prohibited')
})

/** Whatever the hour's sweep does, saving the settings does too. */
const turn = () => admin.done(saveServiceSettings, { body: { off: [], prohibited: [], accounts: null } })
const toldTo = async ({ client }: TestPerson) =>
  (await client.done(listMyNotices, {})).rows.flatMap((one) => (one.kind === 'message' ? [one.facts] : []))

test('R2-19a a check that says no suspends the service; one that is due again warns both responsible persons once', async () => {
  await actInForce(admin, '002')
  await admin.done(fillServiceRegister, {})
  const id = await inUse('TrueConf')
  const register = await read()
  const { card } = named(register, 'TrueConf')
  const check = (change: object) =>
    admin.done(changeService, {
      params: { srv: id },
      body: { ...card, checks: { personal_data: { ...checkedFor(register), ...change } } },
    })
  await check({ next: '2026-01-31' })
  await turn()
  expect(named(await turn(), 'TrueConf')).toMatchObject({
    state: 'active',
    warnings: ['no_registry', 'check_due'],
  })
  for (const person of [technical, organisational]) {
    const told = await toldTo(person)
    expect(told).toMatchObject([{ title: 'Пора проверить сервис', exam: false }])
    expect(told[0]?.text).toContain('31.01.2026')
  }
  expect((await check({ ok: false })).inUse).toBe(false)
  const after = named(await turn(), 'TrueConf')
  expect(after).toMatchObject({ state: 'suspended', mandatory: false })
  expect(after.reason).toContain('закон о персональных данных')
  for (const person of [technical, organisational])
    expect((await toldTo(person)).map(({ title }) => title)).toContain('Сервис приостановлен')
})

test('R2-11a a contract of another number or day is not proven by the file of the one before', async () => {
  await actInForce(admin, '002')
  await admin.done(fillServiceRegister, {})
  const id = await inUse('Stepik')
  const params = { srv: id }
  const { card } = named(await read(), 'Stepik')
  const contract = card.contract as NonNullable<ServiceCardGiven['contract']>
  const save = (change: Partial<typeof contract>) =>
    admin.done(changeService, { params, body: { ...card, contract: { ...contract, ...change } } })
  const longer = await save({ until: null })
  expect([longer.inUse, longer.files.contract?.bytes]).toEqual([true, pdf.length])
  const other = await save({ number: '8/26' })
  expect(other).toMatchObject({ inUse: false, lacks: ['no_contract'], files: {} })
  const file = await admin.call(readServiceFile, { params: { ...params, purpose: 'contract' } })
  expect(file.code).toBe('not_found')
  const sent = await admin.done(sendServiceFile, { params: { ...params, purpose: 'contract' }, body: pdf })
  expect(sent).toMatchObject({ inUse: true, lacks: [] })
})

test('R2-12a a signed order keeps the names it was signed with', async () => {
  await actInForce(admin, '002')
  await admin.done(fillServiceRegister, {})
  const id = await readyToOrder('Stepik')
  const { body: order } = await prepare([id])
  const names = (register: RegisterView) =>
    register.orders.find((one) => one.id === order.id)?.services.map(({ name }) => name)
  const rename = async (name: string) => {
    const found = (await read()).services.find((one) => one.id === id)
    if (!found) throw new Error('gone')
    await admin.done(changeService, { params: { srv: id }, body: { ...found.card, name } })
    return names(await read())
  }
  expect(await rename('Степик')).toEqual(['Степик'])
  expect(names((await sign(order.id)).body)).toEqual(['Степик'])
  expect(await rename('Лекториум')).toEqual(['Степик'])
})

test('an order or a service that is taken away takes its sealed files with it', async () => {
  await actInForce(admin, '002')
  const register = await admin.done(fillServiceRegister, {})
  const id = await readyToOrder('Stepik')
  const power = { document: 'Доверенность', number: '5', on: '2026-01-12' }
  const { body: order } = await prepare([id], { authorised: true, signer: { ...signer, power } })
  const sod = { sod: order.id }
  await admin.done(sendOrderPower, { params: sod, body: pdf })
  expect(new Uint8Array(await admin.done(readOrderPower, { params: sod }))).toEqual(pdf)
  const sealed = () => readdirSync(join(server.dataDir, 'objects', 'c', college.id)).length
  const before = sealed()
  await admin.done(removeServiceOrder, { params: sod })
  expect(sealed()).toBe(before - 1)
  expect((await admin.call(readOrderPower, { params: sod })).code).toBe('not_found')

  const openedu = { srv: named(register, 'Openedu').id }
  await admin.done(sendServiceFile, { params: { ...openedu, purpose: 'evidence' }, body: pdf })
  await admin.done(removeService, { params: openedu })
  const file = await admin.call(readServiceFile, { params: { ...openedu, purpose: 'evidence' } })
  expect(file.code).toBe('not_found')
  const { rows } = await server.database.owner('select owner_id from service_file where owner_id = any($1)', [
    [order.id, openedu.srv],
  ])
  expect(rows, 'the key is gone too').toEqual([])

  const moved = await admin.done(moveService, {
    params: { srv: id },
    body: { command: 'retire', reason: 'Передумали' },
  })
  expect(moved).toMatchObject({ state: 'retired', reason: 'Передумали', commands: [] })
})

test('F-000-4 the card of a contract bears the day of its file by the clock of the institution', async () => {
  await actInForce(admin, '002')
  await admin.done(fillServiceRegister, {})
  const id = await readyToOrder('Stepik')
  await server.database.owner("update tenant set zone = 'Asia/Vladivostok' where id = $1", [college.id])
  await server.database.owner(
    "update service_file set uploaded_at = '2026-03-01T20:00:00Z' where owner_id = $1",
    [id],
  )
  const card = await admin.call(printServiceCard, { params: { srv: id }, query: { as: 'pdf' } })
  const text = pdfPages(card.body as unknown as Uint8Array)
    .join(' ')
    .replace(/\s+/g, ' ')
  expect(text).toContain('приложен 02.03.2026')
})

test('R0-5.1d R2-15c a service for files needs three criteria with evidence; how accounts are made is told with its act', async () => {
  await actInForce(admin, '000')
  const register = await admin.done(fillServiceRegister, {})
  const name = 'Цифровая образовательная платформа'
  const id = await readyToOrder(name)
  expect(named(await read(), name).lacks).toEqual(['criteria_open'])
  const { body: order } = await prepare([id])
  expect(named((await sign(order.id)).body, name).state).toBe('ordered')
  const activate = () =>
    admin.call(moveService, { params: { srv: id }, body: { command: 'activate', reason: '' } })
  expect((await activate()).code).toBe('criteria_open')
  const all = checkedFor(register)
  const card = named(await read(), name).card
  const checks = { personal_data: all, security: all, functionality: all }
  await admin.done(changeService, { params: { srv: id }, body: { ...card, checks } })
  expect((await activate()).code).toBe('criteria_open')
  await admin.done(sendServiceFile, { params: { srv: id, purpose: 'evidence' }, body: pdf })
  expect((await activate()).body.state).toBe('active')

  const accounts = {
    text: 'Логин выдаёт классный руководитель.',
    act: 'Положение об ЭИОС, приказ № 12',
    address: null,
  }
  await admin.done(saveServiceSettings, { body: { off: [], prohibited: [], accounts } })
  const { client } = await college.person('teacher')
  expect((await client.done(readCatalogue, {})).accounts).toEqual(accounts)
})

test('R4-1.3 whoever makes an exam under 004 is told what of the proctoring has no number of the register of Russian programmes', async () => {
  const { client } = await college.person('teacher')
  expect(await client.done(readProctoringSoftware, {})).toEqual({
    demanded: false,
    unknown: true,
    missing: [],
  })
  await actInForce(admin, '004')
  await admin.done(fillServiceRegister, {})
  expect(await client.done(readProctoringSoftware, {})).toEqual({
    demanded: true,
    unknown: false,
    missing: ['Прокторинг «Очно»'],
  })
  const { id, card } = named(await read(), 'Прокторинг «Очно»')
  const registry = { number: '12345', on: '2026-03-01' }
  await admin.done(changeService, {
    params: { srv: id },
    body: { ...card, origin: { ...card.origin, registry } },
  })
  expect((await client.done(readProctoringSoftware, {})).missing).toEqual([])
})
