import { describe, expect, test } from 'vitest'
import { instant } from '../time.ts'
import type { FilePurpose, ServiceCard } from './card.ts'
import {
  decideService,
  failedChecks,
  isInUse,
  isMandatory,
  lacksOf,
  overdueChecks,
  type RegisterLack,
  type Situation,
  takesWork,
} from './decide.ts'
import { contractOver, groundsOn, isOtherContract, sectionsFull } from './ground.ts'
import { isForeign, lacksOverride, offeredTo, refuseChannel } from './origin.ts'
import { refuseOrder, refuseSigning, type ServiceOrder } from './order.ts'
import { prohibitedBy } from './prohibited.ts'
import { proctoringSoftware } from './software.ts'
import { audiencesOf, isFor, mayOpen } from './use.ts'

const today = '2026-09-10'
const now = instant('2026-09-10T09:00:00Z')
const checked = { ok: true, by: 'Петров П. П.', on: '2026-09-01', next: '2027-09-01' }

const card: ServiceCard = {
  name: 'Stepik',
  families: ['resources'],
  kind: 'educational_resource',
  modes: ['async'],
  audience: ['pupil', 'staff'],
  address: 'https://stepik.org',
  note: '',
  rightHolder: 'ООО «Стэпик»',
  own: false,
  origin: { country: 'RU', registry: { number: '12345', on: '2024-01-10' }, override: null },
  contract: {
    number: '7/26',
    on: '2026-08-20',
    until: '2027-08-20',
    security: 'Доступ по паролю',
    confidentiality: 'Раздел 5',
    support: 'По почте, в рабочие дни',
    personalAccounts: true,
  },
  agreement: null,
  checks: { personal_data: checked },
  exchange: false,
  parentsDefault: false,
}
const situation = (change: Partial<ServiceCard> = {}, more: Partial<Situation> = {}): Situation => ({
  card: { ...card, ...change },
  files: new Set<FilePurpose>(['contract']),
  today,
  prohibited: [],
  registryDemanded: false,
  rulesPublished: true,
  familiesOff: new Set(),
  order: { lists: true, responsibles: true },
  reason: '',
  ...more,
})
const activate = (s: Situation) => {
  const decided = decideService('ordered', 'activate', 'tech_responsible', s, now)
  return decided.ok ? decided.event.to : decided.why
}
const contract = card.contract as NonNullable<ServiceCard['contract']>

describe('the ground', () => {
  test('R2-11a with number, date, right-holder, term and file the service comes into use', () => {
    expect(groundsOn(card, new Set<FilePurpose>(['contract']), today)).toEqual(['contract'])
    expect(activate(situation())).toBe('active')
  })
  test.each<[string, Situation]>([
    ['the contract', situation({ contract: null })],
    ['its file', situation({}, { files: new Set() })],
    ['the right-holder', situation({ rightHolder: ' ' })],
    ['a day that has come', situation({ contract: { ...contract, on: '2026-09-11' } })],
    ['a term that runs', situation({ contract: { ...contract, until: '2026-09-09' } })],
  ])('R2-11a it does not come into use without %s', (_, s) => {
    expect(activate(s)).toBe('no_contract')
    expect(decideService('legal_check', 'conclude', 'office', s, now)).toEqual({
      ok: false,
      why: 'no_contract',
    })
  })
  test('R2-11a the last day of the contract still carries, a contract without a term too', () => {
    expect(activate(situation({ contract: { ...contract, until: today } }))).toBe('active')
    expect(activate(situation({ contract: { ...contract, until: null } }))).toBe('active')
    expect(contractOver({ ...card, contract: { ...contract, until: '2026-09-09' } }, today)).toBe(true)
  })
  test('R2-11a another number or day is another contract; a longer term is the same one', () => {
    const other = (change: Partial<typeof contract>) =>
      isOtherContract(card, { contract: { ...contract, ...change } })
    expect([other({ number: '8/26' }), other({ on: '2026-08-21' })]).toEqual([true, true])
    expect([other({ until: null }), other({ number: ' 7/26 ' })]).toEqual([false, false])
    expect(isOtherContract(card, { contract: null })).toBe(true)
    expect(isOtherContract({ contract: null }, card), 'its file may have come first').toBe(false)
  })
  const agreement = {
    version: '3.1',
    on: '2026-09-01',
    joinedBy: 'Петров П. П.',
    address: 'https://example.org/terms',
  }
  test('R2-11b a joined user agreement is a ground of its own, by its address or its file', () => {
    const alone = { contract: null, agreement }
    expect(activate(situation(alone, { files: new Set() }))).toBe('active')
    const onPaper = { contract: null, agreement: { ...agreement, address: null } }
    expect(activate(situation(onPaper, { files: new Set() }))).toBe('no_contract')
    expect(activate(situation(onPaper, { files: new Set(['agreement']) }))).toBe('active')
    expect(groundsOn({ ...card, agreement }, new Set<FilePurpose>(['contract']), today)).toEqual([
      'contract',
      'agreement',
    ])
  })
  test('R2-11b an agreement nobody joined yet, or of a later day, is none', () => {
    for (const broken of [
      { ...agreement, joinedBy: '' },
      { ...agreement, version: '' },
      { ...agreement, on: '2026-09-11' },
    ])
      expect(activate(situation({ contract: null, agreement: broken }))).toBe('no_contract')
  })
  test('R0-2.4a the own proctoring needs no contract, a supplier’s does', () => {
    const proctoring = { families: ['proctoring'], contract: null } as const
    expect(activate(situation({ ...proctoring, own: true }))).toBe('active')
    expect(activate(situation({ ...proctoring, own: false }))).toBe('no_contract')
  })
  test.each(['security', 'confidentiality', 'support'] as const)(
    'R0-2.4b an empty section of the contract keeps it from use: %s',
    (section) => {
      const empty = { contract: { ...contract, [section]: '  ' } }
      expect(sectionsFull({ ...card, ...empty })).toBe(false)
      expect(activate(situation(empty))).toBe('section_empty')
    },
  )
})

describe('where it comes from', () => {
  const foreign = (override: string | null) => ({ origin: { country: 'AE', registry: null, override } })
  test('R0-1.2d R2-2b a foreign service is told apart and goes no further without a reason', () => {
    expect(isForeign({ ...card, ...foreign(null) })).toBe(true)
    expect(isForeign(card)).toBe(false)
    expect(lacksOverride({ ...card, ...foreign('  ') })).toBe(true)
    for (const [from, command] of [
      ['proposed', 'check'],
      ['ordered', 'activate'],
    ] as const)
      expect(decideService(from, command, 'tech_responsible', situation(foreign(null)), now)).toEqual({
        ok: false,
        why: 'foreign_unexplained',
      })
    expect(activate(situation(foreign('Группы прошлого года, до 31 декабря')))).toBe('active')
  })
  test('R0-1.2e R2-2c only a Russian service that is for parents is their default', () => {
    const first = { ...card, parentsDefault: true }
    expect(refuseChannel(first)).toBe('not_for_parents')
    const forAll = { ...first, audience: ['pupil', 'parent', 'staff'] as const }
    expect(refuseChannel(forAll)).toBeNull()
    expect(refuseChannel({ ...forAll, ...foreign('есть причина') })).toBe('foreign_default')
  })
  test('R0-1.2e R2-2c the default comes first, Russian before foreign, an unexplained foreign one not at all', () => {
    const of = (name: string, change: Partial<ServiceCard>): ServiceCard => ({
      ...card,
      name,
      audience: ['pupil', 'parent'],
      ...change,
    })
    const all = [
      of('Alpha', foreign('причина')),
      of('Beta', foreign(null)),
      of('Почта', {}),
      of('Обращение', { parentsDefault: true }),
    ]
    expect(offeredTo(all, 'parent').map(({ name }) => name)).toEqual(['Обращение', 'Почта', 'Alpha'])
    expect(offeredTo(all, 'pupil').map(({ name }) => name)).toEqual(['Обращение', 'Почта', 'Alpha'])
    expect(offeredTo(all, 'staff')).toEqual([])
  })
  test('R2-17b an educational resource is a channel of exchange only with personal accounts in its contract', () => {
    const exchange = { ...card, exchange: true }
    expect(refuseChannel(exchange)).toBeNull()
    expect(refuseChannel({ ...exchange, contract: { ...contract, personalAccounts: false } })).toBe(
      'no_accounts',
    )
    expect(refuseChannel({ ...exchange, contract: null })).toBe('no_accounts')
    expect(refuseChannel({ ...exchange, families: ['mail'], contract: null })).toBeNull()
  })
  test('R2-17b a resource takes work while it is in use by a contract with personal accounts, and no day longer', () => {
    expect(takesWork('active', situation())).toBe(true)
    expect(takesWork('suspended', situation())).toBe(false)
    const over = { ...contract, until: '2026-09-09' }
    const joined = {
      version: '3.1',
      on: '2026-09-01',
      joinedBy: 'Петров П. П.',
      address: 'https://a.example',
    }
    for (const change of [
      { contract: over },
      { contract: over, agreement: joined },
      { contract: { ...contract, personalAccounts: false } },
      { checks: { personal_data: { ...checked, ok: false } } },
      { families: ['mail'] },
    ] as const)
      expect(takesWork('active', situation(change))).toBe(false)
  })
  test('R4-1.3 every component of the proctoring system without a number is named', () => {
    const part = (name: string, registry: ServiceCard['origin']['registry']): ServiceCard => ({
      ...card,
      name,
      families: ['proctoring'],
      origin: { country: 'RU', registry, override: null },
    })
    const known = { number: '1', on: '2024-01-01' }
    expect(proctoringSoftware([part('Очно', known), part('Плеер', null), card])).toEqual({
      unknown: false,
      missing: ['Плеер'],
    })
    expect(proctoringSoftware([card])).toEqual({ unknown: true, missing: [] })
    const s = situation(
      { families: ['proctoring'], origin: part('Плеер', null).origin },
      { registryDemanded: true },
    )
    expect(activate(s)).toBe('not_in_registry')
    expect(activate({ ...s, registryDemanded: false })).toBe('active')
  })
})

describe('what is confirmed', () => {
  test.each<[string, ServiceCard['checks']]>([
    ['is not there', {}],
    ['says no', { personal_data: { ...checked, ok: false } }],
    ['names nobody', { personal_data: { ...checked, by: ' ' } }],
    ['is due again', { personal_data: { ...checked, next: '2026-09-09' } }],
    ['is dated tomorrow', { personal_data: { ...checked, on: '2026-09-11' } }],
  ])('R2-19a the confirmation by the law on personal data %s', (_, checks) => {
    expect(activate(situation({ checks }))).toBe('personal_data')
    expect(decideService('proposed', 'check', 'tech_responsible', situation({ checks }), now).ok).toBe(false)
  })
  test('R0-5.1d media and files need all three criteria and a file of evidence', () => {
    const all = { personal_data: checked, security: checked, functionality: checked }
    const files = new Set<FilePurpose>(['contract', 'evidence'])
    for (const families of [['media'], ['files'], ['learning', 'files']] as const) {
      expect(activate(situation({ families, checks: all }, { files }))).toBe('active')
      expect(activate(situation({ families, checks: all }))).toBe('criteria_open')
      for (const open of ['security', 'functionality'] as const) {
        const checks = { ...all, [open]: { ...checked, ok: false } }
        expect(activate(situation({ families, checks }, { files }))).toBe('criteria_open')
      }
    }
  })
  const failed = { ...checked, ok: false }
  test('R2-19a R0-5.1d a check that says no ends the use at once; one that is due again is named with its day', () => {
    expect(isInUse('active', situation())).toBe(true)
    const bad = situation({ checks: { personal_data: failed } })
    expect([failedChecks(bad), isInUse('active', bad)]).toEqual([['personal_data'], false])
    const security = { checks: { personal_data: checked, security: failed } }
    expect(failedChecks(situation(security)), 'it carries no files').toEqual([])
    const media = situation({ ...security, families: ['media'] })
    expect([failedChecks(media), isInUse('active', media)]).toEqual([['security'], false])
    const old = situation({ checks: { personal_data: { ...checked, next: '2026-09-09' } } })
    expect(overdueChecks(old)).toEqual([{ criterion: 'personal_data', since: '2026-09-09' }])
    expect(isInUse('active', old), 'somebody is warned').toBe(true)
    expect(overdueChecks(situation({ checks: { personal_data: { ...checked, next: today } } }))).toEqual([])
  })
  test('SM-8 what never came into use is taken out of the register with a reason', () => {
    for (const state of ['legal_check', 'contract', 'ordered'] as const) {
      const retire = (reason: string) =>
        decideService(state, 'retire', 'tech_responsible', situation({}, { reason }), now)
      expect(retire('  ')).toEqual({ ok: false, why: 'no_reason' })
      expect(retire('Передумали')).toMatchObject({ ok: true, event: { to: 'retired' } })
    }
  })
  const listed = [{ name: 'Foo-Chat', host: 'foo.example', ground: 'Решение № 1' }]
  test.each<[string, string, string | null, boolean]>([
    ['the name, however it is written', 'FOO chat', null, true],
    ['the host', 'Бар', 'https://foo.example/x', true],
    ['a host below it', 'Бар', 'https://web.foo.example:8443/x?y', true],
    ['credentials before the host', 'Бар', 'https://stepik.org@foo.example/', true],
    ['not a host that only ends alike', 'Бар', 'https://notfoo.example', false],
    ['not a path', 'Бар', 'https://stepik.org/foo.example', false],
  ])('R2-19b the list of prohibited services matches %s', (_, name, address, match) => {
    expect(prohibitedBy({ name, address }, listed) !== null).toBe(match)
    const s = situation({ name, address }, { prohibited: listed })
    expect(activate(s)).toBe(match ? 'prohibited' : 'active')
    expect(isInUse('active', s)).toBe(!match)
  })
  test('R0-0e a family that is switched off comes into no use and leaves it; another family of the same service carries it', () => {
    const off = situation({ families: ['video'] }, { familiesOff: new Set(['video']) })
    expect(activate(off)).toBe('family_off')
    expect(isInUse('active', off)).toBe(false)
    const both = situation({ families: ['video', 'messages'] }, { familiesOff: new Set(['video']) })
    expect(activate(both)).toBe('active')
  })
  test('R0-1.1c without published rules nothing comes into use', () => {
    expect(activate(situation({}, { rulesPublished: false }))).toBe('no_rules')
  })
  test('everything that is missing is told at once', () => {
    const s = situation(
      { contract: null, checks: {}, origin: { country: 'US', registry: null, override: null } },
      { rulesPublished: false },
    )
    expect(lacksOf(s)).toEqual<RegisterLack[]>([
      'foreign_unexplained',
      'personal_data',
      'no_contract',
      'no_rules',
    ])
    expect(lacksOf(situation())).toEqual([])
  })
})

describe('the order', () => {
  const power = { document: 'Доверенность', number: '5', on: '2026-09-01' }
  const order: ServiceOrder = {
    services: ['Stepik'],
    signer: { name: 'Королева Л. А.', post: 'Директор', power: null },
    authorised: false,
    technical: 'Петров П. П.',
    organisational: 'Сидорова С. С.',
  }
  const deputy: ServiceOrder = { ...order, authorised: true, signer: { ...order.signer, power } }
  test('R2-12a the head signs, or somebody authorised by a document that was there on that day', () => {
    expect(refuseSigning(order, false, today, today)).toBeNull()
    expect(refuseSigning(deputy, true, today, today)).toBeNull()
    expect(refuseSigning(deputy, false, today, today)).toBe('signer_no_power')
    expect(refuseSigning(deputy, true, '2026-08-31', today)).toBe('power_later')
    expect(refuseOrder({ ...deputy, signer: { ...deputy.signer, power: null } })).toBe('signer_no_power')
    expect(refuseOrder({ ...order, services: [] })).toBe('nothing_to_order')
  })
  test('R2-12b R2-12c both responsible persons are named', () => {
    expect(refuseOrder({ ...order, technical: null })).toBe('no_responsible')
    expect(refuseOrder({ ...order, organisational: null })).toBe('no_responsible')
    const decided = decideService(
      'contract',
      'order',
      'director',
      situation({}, { order: { lists: true, responsibles: false } }),
      now,
    )
    expect(decided).toEqual({ ok: false, why: 'no_responsible' })
  })
  test('R2-12d a service outside the order does not come into use; one in use binds everybody', () => {
    const out = situation({}, { order: { lists: false, responsibles: true } })
    expect(decideService('contract', 'order', 'director', out, now)).toEqual({
      ok: false,
      why: 'not_ordered',
    })
    expect(decideService('contract', 'activate', 'tech_responsible', situation(), now).ok).toBe(false)
    expect(refuseSigning(order, false, '2026-09-11', today)).toBe('order_in_future')
    expect([isMandatory('active'), isMandatory('ordered'), isMandatory('suspended')]).toEqual([
      true,
      false,
      false,
    ])
  })
  test('SM-8 only the head’s order orders', () => {
    expect(decideService('contract', 'order', 'tech_responsible', situation(), now)).toEqual({
      ok: false,
      why: 'not_yours',
    })
  })
})

describe('who uses it', () => {
  test('R2-15b each account stands among those it is for by its roles alone', () => {
    expect(audiencesOf(['examinee'])).toEqual(['pupil'])
    expect(audiencesOf(['parent'])).toEqual(['parent'])
    expect(audiencesOf(['teacher', 'proctor'])).toEqual(['staff'])
    expect(audiencesOf(['examinee', 'teacher'])).toEqual(['pupil', 'staff'])
    expect(isFor(card, ['parent'])).toBe(false)
    expect(isFor(card, ['examinee'])).toBe(true)
  })
  test('R0-5.2 TR-66 it opens after the edition in force was acknowledged, not an earlier one', () => {
    expect(mayOpen(2, 2)).toBe(true)
    expect(mayOpen(2, 1)).toBe(false)
    expect(mayOpen(2, null)).toBe(false)
    expect(mayOpen(null, null)).toBe(false)
  })
})
