import { describe, expect, test } from 'vitest'
import type { Reference } from '../consent/binding.ts'
import { preset } from '../policy/presets.ts'
import { instant } from '../time.ts'
import { under } from '../wall/samples.ts'
import {
  documentsOf,
  doorSteps,
  identifiedBy,
  isIdentificationKept,
  mayAskExternal,
  mayAskRoom,
  placeSteps,
} from './steps.ts'
import { wordingOf } from './wording.ts'

const first = { reference: null, asked: [] }
const now = instant('2026-06-01T09:00:00Z')
const reference: Reference = { document: 'd', image: 'i', takenAt: now, statementAcceptedAt: now }
const ids = (act: '000' | '001' | '002' | '003' | '004', needs: Parameters<typeof doorSteps>[1] = first) =>
  doorSteps(under(act), needs).map(({ id }) => id)

describe('what an act asks at the door', () => {
  test('R1-4.2b TR-52 001: the login is the identification, no document and no face are shown', () => {
    expect(ids('001')).toEqual(['behind', 'responsibility', 'headphones'])
    expect(identifiedBy(under('001'), 'sync')).toBe('system')
    expect(documentsOf(under('001'))).toEqual([])
  })

  test('R4-4.2b R4-3.3a 004: the name aloud and the page of the document, then the face; only after them the rules', () => {
    expect(ids('004')).toEqual([
      'name',
      'document',
      'face',
      'owner',
      'behind',
      'rules',
      'responsibility',
      'headphones',
    ])
    const [name, document] = doorSteps(under('004'), first)
    expect([name?.kind, name?.clauses]).toEqual(['sound', ['4.2']])
    expect([document?.kind, document?.pictures, document?.clauses]).toEqual(['picture', 1, ['6.3.3']])
  })

  test('R3-4.2.3.1a R3-6.3.1 003: a document is shown before every exam, the name is not said', () => {
    expect(ids('003')).toEqual([
      'document',
      'face',
      'owner',
      'behind',
      'rules',
      'responsibility',
      'headphones',
    ])
    expect(ids('003', { reference, asked: [] })).toContain('document')
  })

  test('R0-1.4h 000: a proctor compares the person, no document is named; 002 asks nothing', () => {
    expect(ids('000')).toEqual(['face', 'rules'])
    expect(identifiedBy(under('000'), 'sync')).toBe('proctor')
    expect(ids('002')).toEqual([])
    expect(identifiedBy(under('002'), 'sync')).toBe('system')
  })

  test('R3-6.3.2 R4-8.2.2 TR-51 the owner is bound once; the document of the day is shown all the same', () => {
    for (const act of ['003', '004'] as const) {
      expect(ids(act)).toContain('owner')
      const later = ids(act, { reference, asked: [] })
      expect(later).not.toContain('owner')
      expect(later).toContain('document')
    }
  })

  test('R3-4.2.3.1b R4-6.3.3a R4-8.2.1 TR-53 five kinds of document under 003, four under 004, where a student card is none', () => {
    expect(documentsOf(under('003'))).toEqual([
      'student_card',
      'passport_rf',
      'passport_abroad',
      'passport_foreign',
      'driving_licence',
    ])
    expect(documentsOf(under('004'))).toEqual([
      'passport_rf',
      'passport_abroad',
      'passport_foreign',
      'driving_licence',
    ])
  })

  test('R1-4.1f R1-6.4h 001: the space behind and the headphones that were taken off are each a picture, in the words of their clauses', () => {
    const steps = doorSteps(under('001'), first)
    expect(placeSteps(steps).map(({ id, kind, pictures, clauses }) => [id, kind, pictures, clauses])).toEqual(
      [
        ['behind', 'picture', 1, ['4.1']],
        ['headphones', 'picture', 1, ['6.4']],
      ],
    )
  })

  test('headphones an exam permits are not asked to be taken off', () => {
    const policy = under('004')
    const allowed = { ...policy, 'devices.headphones': { ...policy['devices.headphones'], value: 'allowed' } }
    expect(doorSteps(allowed, first).map(({ id }) => id)).not.toContain('headphones')
  })

  test('a view of the room and the desk is asked by a proctor where the act lets him, and comes after the face', () => {
    expect([mayAskRoom(under('001')), mayAskRoom(under('004')), mayAskRoom(under('002'))]).toEqual([
      true,
      true,
      false,
    ])
    const asked = doorSteps(under('004'), { reference, asked: ['room', 'desk'] })
    expect(asked.map(({ id }) => id)).toEqual([
      'name',
      'document',
      'face',
      'behind',
      'room',
      'desk',
      'rules',
      'responsibility',
      'headphones',
    ])
    expect(asked.find(({ id }) => id === 'room')?.pictures).toBe(3)
  })
})

describe('who identifies', () => {
  test('R4-4.2a R0-1.4h a proctor before the start in the synchronous mode, a person at the review in the asynchronous one', () => {
    for (const act of ['000', '003', '004'] as const) {
      expect(identifiedBy(under(act), 'sync')).toBe('proctor')
      expect(identifiedBy(under(act), 'async')).toBe('review')
    }
  })
})

describe('what is kept', () => {
  test('R4-4.2c the identification of a live exam may go unrecorded; the asynchronous one stands on what was recorded', () => {
    const policy = under('004')
    const off = { ...policy, 'identity.recorded': { ...policy['identity.recorded'], value: 'forbidden' } }
    expect([isIdentificationKept(policy, 'proctor'), isIdentificationKept(policy, 'review')]).toEqual([
      true,
      true,
    ])
    expect([isIdentificationKept(off, 'proctor'), isIdentificationKept(off, 'review')]).toEqual([false, true])
  })
})

describe('the identity provider', () => {
  test('R1-4.3a R3-4.3a R4-6.3.3.1a TR-56 off while the act only allows it', () => {
    for (const act of ['001', '003', '004'] as const) expect(ids(act)).not.toContain('external')
  })

  test('TR-56 where a person agreed to be asked about, its answer is the first step; acts that do not name it have no such way', () => {
    const [step] = doorSteps(under('003'), { reference: null, asked: ['external'] })
    expect(step).toMatchObject({ id: 'external', kind: 'elsewhere', pictures: 0, clauses: ['4.3'] })
    expect((['000', '001', '002', '003', '004'] as const).map((act) => mayAskExternal(under(act)))).toEqual([
      false,
      true,
      false,
      true,
      true,
    ])
  })
})

describe('the words', () => {
  test('R1-4.1d R3-4.1.1d R4-6.2.1d the responsibility is acknowledged in the sentence of the act', () => {
    for (const [act, whose, clause] of [
      ['001', 'обучающемся', '4.1'],
      ['003', 'обучающемся', '4.1.1'],
      ['004', 'Обучающемся', '6.2.1'],
    ] as const)
      expect(wordingOf(preset(act), 'responsibility')).toContainEqual({
        clause,
        text: `Ответственность за подготовку оборудования и устойчивое интернет-соединение лежит на ${whose}.`,
      })
  })

  test('R3-6.3.2 R4-8.2.2 the owner agrees to the very statement', () => {
    for (const [act, clause] of [
      ['003', '6.3.2'],
      ['004', '8.2.2'],
    ] as const) {
      const [one, ...more] = wordingOf(preset(act), 'owner')
      expect(more).toEqual([])
      expect(one?.clause).toBe(clause)
      expect(one?.text).toBe(
        'Обучающийся соглашается, что лицо, чьи документ и изображение были зафиксированы в системе прокторинга при первом входе, является владельцем данной учетной записи в системе прокторинга.',
      )
    }
  })

  test('the rules are all rules of conduct; an own act is quoted as its draft has it', () => {
    expect(wordingOf(preset('004'), 'rules').length).toBeGreaterThan(20)
    expect(wordingOf(preset('000'), 'rules')[0]?.clause).toBe('2.2.1')
    const own = {
      act: 'own',
      stated: {
        'rules.acknowledgement': {
          state: 'act' as const,
          value: 'required',
          clauses: ['7'],
          quote: 'Правила читают до начала.',
        },
      },
      decisions: {},
    }
    expect(wordingOf(own, 'rules')).toEqual([{ clause: '7', text: 'Правила читают до начала.' }])
    expect(wordingOf(own, 'headphones')).toEqual([])
  })
})
