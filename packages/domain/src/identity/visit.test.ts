import { describe, expect, test } from 'vitest'
import { decideMove } from '../lifecycle/machine.ts'
import { goodSession } from '../lifecycle/samples.ts'
import { session } from '../lifecycle/session.ts'
import { instant } from '../time.ts'
import { under } from '../wall/samples.ts'
import { externalDone } from './external.ts'
import { factsAtDoor } from './session-facts.ts'
import { doorSteps, type Identifier, type Step, type StepId } from './steps.ts'
import { checklist, failuresOf, refuseVerdict, type Verdict, violationOf } from './verdict.ts'
import {
  atTheDoor,
  comeIn,
  doStep,
  heldAtDoor,
  judge,
  judgeLater,
  type Moved,
  startOver,
  tryAgain,
  type Visit,
  whoHelps,
} from './visit.ts'

const now = instant('2026-06-01T09:00:00Z')
const later = now.add({ minutes: 5 })
const first = { reference: null, asked: [] }
const of004 = doorSteps(under('004'), first)

const ok = (moved: Moved): Visit => {
  if (!moved.ok) throw new Error(moved.why)
  return moved.visit
}
const allDone = (steps: readonly Step[], from: Visit = atTheDoor): Visit =>
  steps.reduce((visit, { id }) => ok(doStep(visit, id, steps)), from)
const inQueue = (steps = of004) => ok(comeIn(allDone(steps), steps, 'proctor', now))
const held = (visit: Visit, by: Identifier | null = 'proctor', steps = of004) =>
  heldAtDoor({ steps, visit, by })
const admitted: Verdict = { is: 'admitted', checks: [...checklist(under('004'), of004, false)] }
const refused = (why: Extract<Verdict, { is: 'refused' }>['why']): Verdict => ({
  is: 'refused',
  why,
  reason: 'Фамилия в паспорте другая',
})

describe('the way through the door', () => {
  test('R4-4.1 R0-1.3b R4-2.01 nothing starts before a person said who this is', () => {
    expect(held(atTheDoor)).toBe('identity_steps_missing')
    expect(held(allDone(of004))).toBe('identity_undecided')
    const visit = inQueue()
    expect([visit.state, held(visit)]).toEqual(['waiting', 'identity_undecided'])
    expect(held(ok(judge(visit, admitted)))).toBeNull()
  })

  test('each step holds by itself', () => {
    for (const { id } of of004) {
      const visit = of004
        .filter((one) => one.id !== id)
        .reduce((so, one) => ok(doStep(so, one.id, of004)), atTheDoor)
      expect([id, held(visit)]).toEqual([id, 'identity_steps_missing'])
      expect(comeIn(visit, of004, 'proctor', now)).toEqual({ ok: false, why: 'steps_missing' })
    }
  })

  test('R1-4.2b 001: with its two acknowledgements nothing is held, and there is no queue to join', () => {
    const steps = doorSteps(under('001'), first)
    expect(held(allDone(steps), 'system', steps)).toBeNull()
    expect(comeIn(allDone(steps), steps, 'system', now)).toEqual({ ok: false, why: 'nobody_decides' })
  })

  test('asked again: the step opens, the place in the queue is kept', () => {
    const visit = ok(judge(inQueue(), { is: 'again', steps: ['document', 'room'], reason: 'Блик на фото' }))
    expect(visit).toMatchObject({ state: 'asked_again', asked: ['document', 'room'] })
    const steps = doorSteps(under('004'), { reference: null, asked: visit.asked })
    expect(held(visit, 'proctor', steps)).toBe('identity_steps_missing')
    const back = ok(
      comeIn(
        (['document', 'room'] as const).reduce((so, id) => ok(doStep(so, id, steps)), visit),
        steps,
        'proctor',
        later,
      ),
    )
    expect(back.cameAt).toEqual(now)
  })

  test('refused: what is missing and who helps is said; a person may try again while there is time, with everything shown anew', () => {
    const visit = ok(judge(inQueue(), refused('identity_document_data_mismatch')))
    expect(held(visit)).toBe('identity_refused')
    expect(whoHelps('identity_refused', 1)).toEqual(['self', 'teacher', 'support'])
    const again = ok(tryAgain(visit, of004))
    expect(again).toMatchObject({
      state: 'preparing',
      done: ['owner', 'rules', 'responsibility'],
      cameAt: null,
    })
    expect(tryAgain(atTheDoor, of004)).toEqual({ ok: false, why: 'not_now' })
  })

  test('R4-4.1 who was let in on one day is looked at again on another; what was read stays read', () => {
    const visit = ok(judge(inQueue(), admitted))
    expect(held(visit)).toBe(null)
    const another = startOver(visit, of004)
    expect(another).toMatchObject({ done: ['owner', 'rules', 'responsibility'], cameAt: null })
    expect(held(another)).toBe('identity_steps_missing')
  })

  test('what a proctor looks at does not change under his eyes; rules may be read meanwhile', () => {
    const visit = inQueue()
    expect(doStep(visit, 'document', of004)).toEqual({ ok: false, why: 'not_now' })
    expect(ok(doStep(visit, 'rules', of004)).state).toBe('waiting')
    expect(doStep(atTheDoor, 'room', of004)).toEqual({ ok: false, why: 'not_asked' })
    expect(judge(atTheDoor, admitted)).toEqual({ ok: false, why: 'not_now' })
  })

  test('R4-4.2a asynchronous: what was fixed is judged at the review, once, and nobody is asked to show it again then', () => {
    const fixed = allDone(of004)
    expect(ok(judgeLater(fixed, of004, admitted)).state).toBe('admitted')
    const turned = ok(judgeLater(fixed, of004, refused('identity_document_other_person')))
    expect(turned.state).toBe('refused')
    expect(judgeLater(turned, of004, admitted)).toEqual({ ok: false, why: 'not_now' })
    const wish: Verdict = { is: 'again', steps: ['document'], reason: 'Блик' }
    expect(judgeLater(fixed, of004, wish)).toEqual({ ok: false, why: 'not_now' })
    expect(judgeLater(atTheDoor, of004, admitted)).toEqual({ ok: false, why: 'not_now' })
  })

  test('who waits without a proctor is sent to the teacher', () => {
    expect(whoHelps('identity_undecided', 0)).toEqual(['teacher', 'support'])
    expect(whoHelps('identity_undecided', 2)).toEqual(['proctor', 'support'])
  })

  test('R1-4.3b R3-4.3b R4-6.3.3.1b a provider that was asked has to say yes; who withdraws goes the act’s own way', () => {
    for (const act of ['001', '003', '004'] as const) {
      const policy = under(act)
      const on = { ...atTheDoor, asked: ['external'] as const }
      const steps = doorSteps(policy, { reference: null, asked: on.asked })
      const rest = allDone(
        steps.filter(({ id }) => id !== 'external'),
        on,
      )
      expect(held(rest, 'review', steps)).toBe('external_identity_missing')
      expect(held(ok(doStep(rest, 'external', steps)), 'review', steps)).toBeNull()
      expect(held(rest, 'review', doorSteps(policy, first))).toBeNull()
    }
    const answer = { provider: 'ЕБС', transaction: '7f3', at: now }
    expect([externalDone(null), externalDone({ ...answer, result: 'negative' })]).toEqual([false, false])
    expect(externalDone({ ...answer, transaction: null, result: 'asked' })).toBe(false)
    expect(externalDone({ ...answer, result: 'positive' })).toBe(true)
  })
})

describe('the proctor’s word', () => {
  const facts = { by: 'proctor', reference: false } as const

  test('R3-2.6a identification and verification are two things, and both are looked at', () => {
    const steps = doorSteps(under('003'), first)
    expect(checklist(under('003'), steps, false)).toEqual([
      'who',
      'original',
      'readable',
      'name_matches',
      'photo_matches',
      'background',
      'headphones_off',
    ])
    const place = ['background', 'headphones_off'] as const
    const only = (checks: Extract<Verdict, { is: 'admitted' }>['checks']) =>
      refuseVerdict(under('003'), steps, { is: 'admitted', checks }, facts)
    expect(only(['who', ...place])).toBe('checks_open')
    expect(only(['original', 'readable', 'name_matches', 'photo_matches', ...place])).toBe('checks_open')
    expect(only(['who', 'original', 'readable', 'name_matches', 'photo_matches', ...place])).toBeNull()
  })

  test('R4-2.03 face, appearance and sex are compared under 004, the name is heard', () => {
    expect(checklist(under('004'), of004, false)).toEqual([
      'who',
      'original',
      'readable',
      'name_matches',
      'photo_matches',
      'name_heard',
      'face',
      'appearance',
      'sex',
      'background',
      'headphones_off',
    ])
    for (const left of ['face', 'appearance', 'sex', 'name_heard'] as const) {
      const checks = checklist(under('004'), of004, false).filter((id) => id !== left)
      expect(refuseVerdict(under('004'), of004, { is: 'admitted', checks }, facts)).toBe('checks_open')
    }
  })

  test('R1-4.1f R1-6.4h under 001 the login says who it is, and a person confirms the place and nothing else', () => {
    const policy = under('001')
    const steps = doorSteps(policy, first)
    expect(checklist(policy, steps, false)).toEqual(['background', 'headphones_off'])
    const say = (checks: Extract<Verdict, { is: 'admitted' }>['checks']) =>
      refuseVerdict(policy, steps, { is: 'admitted', checks }, { by: 'system', reference: false })
    expect(say(['background'])).toBe('checks_open')
    expect(say(['background', 'headphones_off'])).toBeNull()
    expect(refuseVerdict(policy, steps, refused('not_recognised'), { by: 'system', reference: false })).toBe(
      'person_identifies',
    )
  })

  test('R3-6.3.2 R4-8.2.2 later sign-ins are compared with the reference too', () => {
    expect(checklist(under('004'), of004, true)).toContain('reference')
    expect(refuseVerdict(under('004'), of004, admitted, { by: 'proctor', reference: true })).toBe(
      'checks_open',
    )
  })

  test('R3-6.3a R3-6.3b R3-6.3c R3-6.3d R4-8.2a R4-8.2b R4-8.2c R4-8.2d a refusal names one of the four grounds, and each is a violation of its name', () => {
    for (const act of ['003', '004'] as const) {
      const policy = under(act)
      const steps = doorSteps(policy, first)
      for (const why of [
        'identity_document_missing',
        'identity_document_unreadable',
        'identity_document_other_person',
        'identity_document_data_mismatch',
      ] as const) {
        expect(failuresOf(steps)).toContain(why)
        expect(refuseVerdict(policy, steps, refused(why), facts)).toBeNull()
        expect(violationOf(policy, why)).toBe(why)
      }
      expect(refuseVerdict(policy, steps, refused('not_recognised'), facts)).toBe('not_of_this_act')
    }
  })

  test('where no document is shown a refusal is no violation', () => {
    const steps = doorSteps(under('000'), first)
    expect(failuresOf(steps)).toEqual(['not_recognised'])
    expect(violationOf(under('000'), 'not_recognised')).toBeNull()
    expect(violationOf(under('001'), 'identity_document_missing')).toBeNull()
  })

  test('TR-17 a machine neither admits nor refuses; a refusal and a wish say why', () => {
    for (const verdict of [admitted, refused('identity_document_missing')] as const)
      for (const by of ['machine', 'system'] as const)
        expect(refuseVerdict(under('004'), of004, verdict, { by, reference: false })).toBe(
          'person_identifies',
        )
    const mute = { ...refused('identity_document_missing'), reason: ' ' } as Verdict
    expect(refuseVerdict(under('004'), of004, mute, facts)).toBe('no_reason')
    const wish = (steps: readonly StepId[], reason = 'Блик'): Verdict => ({ is: 'again', steps, reason })
    expect(refuseVerdict(under('004'), of004, wish([]), facts)).toBe('nothing_asked')
    expect(refuseVerdict(under('004'), of004, wish(['rules']), facts)).toBe('not_of_this_act')
    expect(refuseVerdict(under('004'), of004, wish(['document', 'room']), facts)).toBeNull()
    expect(refuseVerdict(under('000'), doorSteps(under('000'), first), wish(['room']), facts)).toBe(
      'not_of_this_act',
    )
  })
})

describe('SM-2', () => {
  const move = (
    command: 'identify' | 'fail_identification' | 'acknowledge',
    by: 'proctor' | 'system' | 'examinee',
    visit: Visit,
    who: Identifier = 'proctor',
    steps = of004,
  ) => {
    const from = command === 'acknowledge' ? 'rules_ack' : 'identification'
    const facts = { ...goodSession, ...factsAtDoor({ steps, visit, by: who }) }
    const outcome = decideMove(session, from, command, by, facts, now)
    return outcome.ok ? outcome.event.to : outcome.why
  }

  test('SM-2 the door moves the session: a proctor identifies under 004, the login under 001', () => {
    expect(move('identify', 'proctor', inQueue())).toBe('nobody_identified')
    const through = ok(judge(inQueue(), admitted))
    expect(move('identify', 'proctor', through)).toBe('rules_ack')
    expect(move('identify', 'system', through)).toBe('person_identifies')
    expect(move('acknowledge', 'examinee', through)).toBe('authorized')
    const steps = doorSteps(under('001'), first)
    expect(move('identify', 'system', allDone(steps), 'system', steps)).toBe('rules_ack')
  })

  test('SM-2 a refusal leads to a failed identification, silence about the rules holds the authorisation', () => {
    expect(move('fail_identification', 'proctor', inQueue())).toBe('failure_not_named')
    const refusedOne = ok(judge(inQueue(), refused('identity_document_missing')))
    expect(move('fail_identification', 'proctor', refusedOne)).toBe('identification_failed')
    const noRules = {
      ...ok(judge(inQueue(), admitted)),
      done: of004.map(({ id }) => id).filter((id) => id !== 'rules'),
    }
    expect(move('acknowledge', 'examinee', noRules)).toBe('rules_not_acknowledged')
    const careless = { ...noRules, done: of004.map(({ id }) => id).filter((id) => id !== 'responsibility') }
    expect(move('acknowledge', 'examinee', careless)).toBe('responsibility_not_acknowledged')
  })
})
