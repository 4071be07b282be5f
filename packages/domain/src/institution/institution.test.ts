import { expect, test } from 'vitest'
import { onlyRemote, type Programme, type Technology, technologyFor } from './parts.ts'
import { nextStep, type SetupFacts, setupStanding, setupSteps } from './setup.ts'

const empty: SetupFacts = {
  kind: null,
  emptyDetails: ['address'],
  answered: [],
  branches: 0,
  units: 0,
  programmes: 0,
  act: null,
}
const missing = (facts: Partial<SetupFacts>) =>
  setupStanding({ ...empty, ...facts })
    .filter(({ done }) => !done)
    .map(({ step, missing }) => [step, ...missing])

test('an empty installation lacks every step, and says what of it', () => {
  expect(missing({})).toEqual([
    ['kind', 'kind'],
    ['details', 'address'],
    ['zone', 'not_confirmed'],
    ['branches', 'nothing_entered'],
    ['units', 'nothing_entered'],
    ['programmes', 'nothing_entered'],
    ['act', 'no_act'],
    ['unregulated', 'no_act'],
  ])
})

test('who comes back goes on where the first thing is missing, and «у нас этого нет» is an answer', () => {
  const begun = { ...empty, kind: 'school' as const, emptyDetails: [] }
  expect(nextStep(setupStanding(begun))).toBe('zone')
  expect(nextStep(setupStanding({ ...begun, answered: ['zone', 'branches'], units: 1 }))).toBe('programmes')
  const whole: SetupFacts = {
    ...begun,
    answered: ['zone', 'branches', 'units'],
    programmes: 2,
    act: { inForce: true, undecided: 0 },
  }
  expect(nextStep(setupStanding(whole))).toBeNull()
  expect(setupStanding(whole).map(({ step }) => step)).toEqual([...setupSteps])
})

test('an act that is not in force yet, or is silent where a decision is needed, is still missing something', () => {
  const ready = {
    kind: 'college',
    emptyDetails: [],
    answered: ['zone', 'branches', 'units', 'programmes'],
  } as const
  expect(missing({ ...ready, act: { inForce: false, undecided: 3 } })).toEqual([
    ['act', 'not_in_force'],
    ['unregulated', 'undecided'],
  ])
})

const programme: Programme = {
  kind: 'programme',
  code: '13.02.07',
  level: 'spo',
  studyForm: 'full_time',
  elearning: true,
  distance: true,
  notOnlyRemote: true,
  branch: null,
}

test('R3-0g R4-1.4c TR-69 a programme that may not be only remote warns when every planned assessment of it is', () => {
  expect(onlyRemote(programme, ['remote', 'remote'])).toBe(true)
  expect(onlyRemote(programme, ['remote', 'on_site'])).toBe(false)
  expect(onlyRemote(programme, [])).toBe(false)
  expect(onlyRemote({ ...programme, notOnlyRemote: false }, ['remote'])).toBe(false)
})

test('R0-6.1a a request goes by the technology it names, else by the one whose topics hold it', () => {
  const tech = (id: string, facts: Omit<Technology, 'kind'>) => ({
    id,
    facts: { kind: 'technology' as const, ...facts },
  })
  const all = [
    tech('max', { post: 'max_sferum_admin', topics: [] }),
    tech('net', { post: 'software_engineer', topics: ['network', 'camera'] }),
    tech('site', { post: 'it_teacher', topics: ['sign_in', 'camera'] }),
  ]
  expect(technologyFor(all, 'max', 'camera')?.id).toBe('max')
  expect(technologyFor(all, null, 'camera')?.id).toBe('net')
  expect(technologyFor(all, null, 'sign_in')?.id).toBe('site')
  expect(technologyFor(all, null, 'other')).toBeNull()
})
