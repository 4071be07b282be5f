import { expect, test } from 'vitest'
import { refuseChannel } from './origin.ts'
import { rulesTextFor } from './rules-texts.ts'
import { entryKinds, type ServiceFamily, serviceFamilies } from './card.ts'
import { seeds, seedsOf } from './seeds.ts'

const named = (act: string, ...codes: readonly string[]) =>
  seedsOf(act).filter(({ code }) => codes.includes(code))
const inMode = (mode: 'async' | 'sync') =>
  seedsOf('002')
    .filter(({ card }) => card.modes.includes(mode))
    .map(({ code }) => code)
    .sort()

const messengers = ['vk-teams', 'vk', 'telegram']
const resources = ['skillfactory', 'openedu', 'stepik', 'sberuniversity', 'netology']
const video = ['trueconf', 'sferum', 'telemost']

test.each<[string, readonly string[], ServiceFamily]>([
  ['R2-5b the mail of the institution', ['mail'], 'mail'],
  ['R2-5d five educational resources', resources, 'resources'],
  ['R2-5f ГАРАНТ ОБРАЗОВАНИЕ', ['garant'], 'reference'],
  ['R2-5g ЮРАЙТ', ['urait'], 'reference'],
  ['R2-5h «Моя школа»', ['my-school'], 'state'],
  ['R2-5i ЭлЖур', ['eljur'], 'journal'],
  ['R2-5k ЛАНЬ', ['lan'], 'reference'],
])('%s: preset 002 enters it by its clause 5', (_, codes, family) => {
  const found = named('002', ...codes)
  expect(found.map(({ code }) => code).sort()).toEqual([...codes].sort())
  for (const { card, acts } of found) {
    expect(card.families).toContain(family)
    expect(acts['002']).toContain('5')
  }
})

test('R2-5h «Моя школа» carries the qualifier of 002 there and not elsewhere', () => {
  const words = 'для профессиональных образовательных организаций'
  expect(named('002', 'my-school')[0]?.card.note).toContain(words)
  expect(named('000', 'my-school')[0]?.card.note).not.toContain(words)
})

test('R2-6 R2-7a the asynchronous services are those of clause 7, the reference ones have no mode', () => {
  expect(inMode('async')).toEqual(
    ['e-requests', 'mail', ...messengers, ...resources, 'urait', 'moodle', 'my-school'].sort(),
  )
  const none = seedsOf('002').filter(({ card }) => card.modes.length === 0)
  expect(none.map(({ code }) => code).sort()).toEqual(['eljur', 'garant', 'lan'])
})

test('R2-6 R2-8a the synchronous ones are video and calls in messengers: a messenger is both', () => {
  expect(inMode('sync')).toEqual([...video, ...messengers].sort())
  for (const { card } of named('002', ...messengers)) expect(card.modes).toEqual(['async', 'sync'])
})

test('R0-0e preset 000 enters a service for each of the five families it regulates', () => {
  const families = new Set(seedsOf('000').flatMap(({ card }) => card.families))
  for (const family of ['video', 'messages', 'media', 'files', 'proctoring'] as const)
    expect(families).toContain(family)
})

test('preset 002 enters no proctoring', () => {
  expect(seedsOf('002').some(({ card }) => card.families.includes('proctoring'))).toBe(false)
})

test('R0-1.2f MAX is entered by 000 as a messenger for both ways, with the acts that made it', () => {
  const [max] = named('000', 'max')
  expect(max?.card).toMatchObject({
    families: ['messages'],
    modes: ['async', 'sync'],
    origin: { country: 'RU' },
  })
  expect(max?.card.note).toContain('№ 156-ФЗ')
  expect(max?.card.note).toContain('№ 1880-р')
})

test('R0-1.5b every kind of entry of the environment is used by the two acts', () => {
  expect(new Set([...seedsOf('000'), ...seedsOf('002')].map(({ card }) => card.kind))).toEqual(
    new Set(entryKinds),
  )
})

test('R2-2b Telegram is foreign, VK TEAMS is not', () => {
  expect(named('002', 'telegram')[0]?.card.origin.country).not.toBe('RU')
  expect(named('002', 'vk-teams')[0]?.card.origin.country).toBe('RU')
})

test('002 gives parents the e-request and the mail and nothing else, the e-request first', () => {
  const forParents = seedsOf('002').filter(({ card }) => card.audience.includes('parent'))
  expect(forParents.map(({ code }) => code)).toEqual(['e-requests', 'mail'])
  expect(forParents.filter(({ card }) => card.parentsDefault).map(({ code }) => code)).toEqual(['e-requests'])
})

test('an act of one’s own enters nothing, and what is entered may stand as it is', () => {
  expect(seedsOf('own')).toEqual([])
  expect(seeds.map(({ card }) => refuseChannel(card)).filter((why) => why !== null)).toEqual([])
  expect(new Set(seeds.map(({ code }) => code)).size).toBe(seeds.length)
})

test('R0-1.1c every family has rules of use to begin with', () => {
  for (const family of serviceFamilies) {
    const rules = rulesTextFor([family])
    expect([rules.text, rules.requirements, rules.protection].every((text) => text.length > 20)).toBe(true)
  }
})
