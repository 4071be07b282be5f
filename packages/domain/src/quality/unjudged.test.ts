import { describe, expect, test } from 'vitest'
import type { ConductEntry, Logged } from '../conduct/entry.ts'
import { isHiddenFrom, maySay } from '../conduct/entry.ts'
import { refuseConduct } from '../conduct/refuse.ts'
import { defaultDecisionPolicy, type Findings } from '../decision/findings.ts'
import { recommendations } from '../decision/recommend.ts'
import { proposeStatus } from '../decision/status.ts'
import { printedHappenings } from '../document/happened-part.ts'
import type { ListingAct } from '../incident/violation.ts'
import { effectivePolicy } from '../policy/effective.ts'
import { preset } from '../policy/presets.ts'
import { countedCodes, emptyDraft } from '../protocol/draft.ts'
import { happenedOf } from '../protocol/happened.ts'
import { instant } from '../time.ts'
import { standsUnjudged, unjudgedOf } from './unjudged.ts'

const began = instant('2026-06-08T07:00:00Z')
const at = (minutes: number) => began.add({ minutes })
const rulesOf = (act: ListingAct) => {
  const effective = effectivePolicy(preset(act))
  if (!effective.ok) throw new Error('refused')
  return { act, policy: effective.policy, permissions: { switchedOff: [] } }
}
const said = (...entries: readonly (readonly [minute: number, entry: ConductEntry])[]): readonly Logged[] =>
  entries.map(([minute, entry], i) => ({ seq: i + 1, at: at(minute), party: 'proctor', entry }))
const word = (from = 1, to = 2, reason = 'Лицо размыто'): ConductEntry => ({
  kind: 'unjudged',
  reason,
  spans: [{ from: at(from).toString(), to: at(to).toString() }],
})
const back: ConductEntry = { kind: 'judged', of: 1, reason: 'Рассмотрели на большом экране' }
const refused = (entry: ConductEntry, log: readonly Logged[] = [], over = true) =>
  refuseConduct(
    entry,
    'proctor',
    { authorizedAt: began, deauthorizedAt: over ? at(45) : null, log },
    rulesOf('003'),
    at(60),
  )

describe('R1-4.1k R3-4.2.4.1 R4-6.3.4 «невозможно оценить»', () => {
  test('is said by a person with a reason, on stretches that are over, also after the exam, once until it is taken back', () => {
    expect(refused(word())).toBeNull()
    expect(refused(word(), [], false)).toBeNull()
    expect(refused(word(1, 2, ' '))).toBe('no_reason')
    expect(refused(word(2, 2))).toBe('wrong_range')
    expect(refused(word(-1, 2))).toBe('wrong_range')
    expect(refused(word(59, 61), [], false)).toBe('wrong_range')
    expect(refused(word(44, 46)), 'nothing was recorded after the end').toBe('wrong_range')
    expect(refused(word(44, 45))).toBeNull()
    expect(refused({ kind: 'unjudged', reason: 'Ничего не видно', spans: [] })).toBe('wrong_range')
    const once = said([50, word()])
    expect(refused(word(3, 4), once)).toBe('already_asked')
    expect(refused(back)).toBe('nothing_to_answer')
    expect(refused(back, once)).toBeNull()
    const taken = said([50, word()], [51, back])
    expect(refused(back, taken)).toBe('nothing_to_answer')
    expect(refused(word(3, 4), taken)).toBeNull()
    expect(maySay('examinee', 'unjudged') || maySay('system', 'unjudged')).toBe(false)
    expect(isHiddenFrom('examinee', 'unjudged')).toBe(true)
  })

  test('what was taken back stands beside its explanation and counts no more', () => {
    const log = said([50, word()], [51, back])
    expect(unjudgedOf(log)).toMatchObject([
      { seq: 1, reason: 'Лицо размыто', taken: { seq: 2, reason: 'Рассмотрели на большом экране' } },
    ])
    expect(standsUnjudged(log)).toBe(false)
    expect(standsUnjudged(said([50, word()]))).toBe(true)
  })

  test('is printed in the annex at the times it is about, and is no mark of the examinee', () => {
    const log = said([50, word(1, 2)])
    const printed = printedHappenings(happenedOf(log, rulesOf('004'), at(45)))
    expect(printed).toEqual([
      {
        from: at(1),
        to: at(2),
        what: 'Невозможно оценить: Лицо размыто',
        outcome: 'не является нарушением обучающегося',
      },
    ])
    expect(countedCodes(emptyDraft, { marks: [] })).toEqual([])
    const after = printedHappenings(happenedOf(said([50, word()], [51, back]), rulesOf('004'), at(45)))
    expect(after[0]?.outcome).toBe('позднее удалось оценить')
  })

  const findings = (act: ListingAct, unjudged: boolean, finalAttestation = false): Findings => ({
    act,
    marks: [],
    switchedOff: [],
    stoppedForViolations: false,
    recordingRequired: true,
    recordingConfirmed: true,
    started: true,
    finalAttestation,
    failure: null,
    unjudged,
  })

  test.each<[ListingAct, string]>([
    ['001', '4.1'],
    ['003', '4.2.4.1'],
    ['004', '6.3.4'],
  ])('under %s it is a ground of its own, and no rule turns it into a result', (act, clause) => {
    expect(recommendations(findings(act, true), defaultDecisionPolicy)).toEqual([
      { rule: 'cannot_judge', clause, value: null, because: [] },
    ])
    expect(recommendations(findings(act, false), defaultDecisionPolicy)).toEqual([])
  })

  test('R4-A4.11 on App. 4 it is no «Без замечаний» and fits «Проблемы технического характера», which waits for the director', () => {
    const status = proposeStatus(findings('004', true, true), defaultDecisionPolicy)
    expect(status?.fitting.map((one) => one.status)).toEqual([5])
    expect(
      recommendations(findings('004', true, true), defaultDecisionPolicy).find(
        ({ rule }) => rule === 'check_status',
      ),
    ).toMatchObject({ value: null, needsDirector: true })
    expect(proposeStatus(findings('004', false, true), defaultDecisionPolicy)?.main).toBe(1)
  })
})
