import { describe, expect, test } from 'vitest'
import type { AccountId } from '../ids.ts'
import type { Span } from '../recording/coverage.ts'
import { agreement } from './agreement.ts'
import { density } from './density.ts'
import { grossOf, isGross } from './gross.ts'
import { issueFactsOf, mayIssue } from './may-issue.ts'
import type { Band } from '../trust/bands.ts'
import { inOrder } from './order.ts'
import { addPlayed, isBelievable, lengthOf, wasLookedAt } from './played.ts'
import { compare, disputed, maySeeOthersMarks, mayTake, refuseSettling, reviewKinds } from './second-look.ts'
import { skimParts, skimProof, skimTo } from './skim.ts'

const MINUTE = 60_000
const hour: Span = { from: 0, to: 60 * MINUTE }

describe('what was really played', () => {
  test('R1-5.2c it only grows, counts a moment once, and the same report twice changes nothing', () => {
    let played: readonly Span[] = []
    let before = 0
    for (const [from, to] of [
      [0, 1_000],
      [500, 2_000],
      [500, 2_000],
      [10_000, 9_000],
      [5_000, 6_000],
      [-9_000, 100],
      [59 * MINUTE, 61 * MINUTE],
    ] as const) {
      played = addPlayed(hour, played, [{ from, to }])
      expect(lengthOf(played)).toBeGreaterThanOrEqual(before)
      before = lengthOf(played)
    }
    expect(played).toEqual([
      { from: 0, to: 2_000 },
      { from: 5_000, to: 6_000 },
      { from: 59 * MINUTE, to: 60 * MINUTE },
    ])
    expect(addPlayed(hour, played, played)).toEqual(played)
  })

  test('more than ten times the time since the opening is not believed', () => {
    const played = [{ from: 0, to: 10 * MINUTE }]
    expect(isBelievable(played, 0, MINUTE)).toBe(true)
    expect(isBelievable(played, 0, MINUTE - 2_000)).toBe(false)
  })

  test('a hint is looked at when a second of it, or of the seconds around, was played', () => {
    const hint = { from: MINUTE, to: MINUTE + 500 }
    expect(wasLookedAt(hint, [])).toBe(false)
    expect(wasLookedAt(hint, [{ from: MINUTE - 5_500, to: MINUTE - 4_500 }])).toBe(false)
    expect(wasLookedAt(hint, [{ from: MINUTE - 5_000, to: MINUTE - 4_000 }])).toBe(true)
    expect(wasLookedAt(hint, [{ from: MINUTE + 1_000, to: MINUTE + 2_500 }])).toBe(true)
  })
})

describe('the short way through a recording', () => {
  const hints = [{ from: 30 * MINUTE, to: 30 * MINUTE + 8_000 }]
  const parts = skimParts(hour, { hints, marks: [], blind: [{ from: 15 * MINUTE, to: 16 * MINUTE }] })

  test('its parts cover the recording, one after the other, each with its reason', () => {
    expect(parts[0]?.from).toBe(hour.from)
    expect(parts.at(-1)?.to).toBe(hour.to)
    for (const [i, part] of parts.slice(1).entries()) expect(part.from).toBe(parts[i]?.to)
    expect(new Set(parts.map(({ why }) => why))).toEqual(
      new Set(['beginning', 'quiet', 'sample', 'blind', 'hint', 'end']),
    )
  })

  test('nothing that matters is in what is passed over, for any hints and blind times', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const at = (n: number) => ((seed * 7_919 * n) % 3_600) * 1_000
      const some = [1, 2, 3].map((n) => ({ from: at(n), to: at(n) + ((n * seed * 311) % 40_000) }))
      const blind = [{ from: at(5), to: at(5) + 20_000 }]
      const quiet = skimParts(hour, { hints: some, marks: [], blind }).filter(({ why }) => why === 'quiet')
      const within = { from: hour.from, to: hour.to }
      for (const { from, to } of [...some, ...blind])
        for (const part of quiet)
          expect(
            Math.min(to, part.to, within.to) - Math.max(from, part.from),
            `${seed}: ${from}`,
          ).toBeLessThanOrEqual(0)
    }
  })

  test('a machine that saw nothing leaves nothing to skip', () => {
    const proof = skimProof(skimParts(hour, { hints: [], marks: [], blind: [hour] }), [])
    expect([proof.skipMs, proof.owedMs]).toEqual([0, 60 * MINUTE])
    expect(skimParts({ from: 5, to: 5 }, { hints: [], marks: [], blind: [] })).toEqual([])
  })

  test('the player stays in what matters, goes over the quiet, and ends with the recording', () => {
    expect(skimTo(parts, 1_000)).toBe(1_000)
    expect(skimTo(parts, 20_000)).toBe(10 * MINUTE)
    expect(skimTo(parts, hour.to)).toBeNull()
  })

  test('the account names what is owed and what was passed over', () => {
    const matters = parts.filter(({ why }) => why !== 'quiet')
    const before = skimProof(parts, [])
    expect(before.owed).toEqual(matters)
    expect(before.owedMs - skimProof(parts, [{ from: 0, to: 15_000 }]).owedMs).toBe(15_000)
    const after = skimProof(parts, matters)
    expect([after.owed, after.passedOver.length]).toEqual([[], parts.length - matters.length])
    expect(after.playMs + after.skipMs).toBe(60 * MINUTE)
    expect(after.skipMs).toBeGreaterThan(50 * MINUTE)
  })
})

test('density: the share of each stretch that has a hint in it', () => {
  const drawn = density(
    { from: 0, to: 100 },
    [
      { from: 0, to: 10 },
      { from: 5, to: 10 },
      { from: 45, to: 50 },
    ],
    10,
  )
  expect(drawn.map((one) => Math.round(one * 10) / 10)).toEqual([1, 0, 0, 0, 0.5, 0, 0, 0, 0, 0])
  expect(density({ from: 5, to: 5 }, [], 2)).toEqual([0, 0])
})

describe('another pair of eyes', () => {
  test('what 004 calls gross or gives a star to is gross, an event is not', () => {
    expect(isGross('camera_deliberately_covered', '004')).toBe(true)
    expect(isGross('gaze_off_screen', '004')).toBe(false)
    expect(
      grossOf(['gaze_off_screen', 'camera_deliberately_covered', 'camera_deliberately_covered'], '004'),
    ).toEqual(['camera_deliberately_covered'])
    expect(isGross('no_such_code', '004')).toBe(false)
  })

  test('a second and a control look see nobody else’s marks before they are done', () => {
    expect(
      reviewKinds.map((kind) => [kind, maySeeOthersMarks(kind, false), maySeeOthersMarks(kind, true)]),
    ).toEqual([
      ['first', true, true],
      ['second', false, true],
      ['third', true, true],
      ['control', false, true],
    ])
  })

  test('nobody looks twice, nor at their own kin', () => {
    const [a, b] = ['acc_a' as AccountId, 'acc_b' as AccountId]
    expect([mayTake(a, [b, null], []), mayTake(a, [a], []), mayTake(a, [], [a])]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('what only one of two found is disputed, and the third answers all of it with reasons', () => {
    const seen = compare(['x', 'y'], ['y', 'z'])
    expect(seen).toEqual({ agreed: ['y'], onlyFirst: ['x'], onlySecond: ['z'] })
    const codes = disputed(seen)
    const says = (code: string, reason = 'Видно') => ({ code, stands: true, reason })
    expect(refuseSettling(codes, [says('x')])).toBe('verdict_missing')
    expect(refuseSettling(codes, [says('x'), says('x')])).toBe('verdict_missing')
    expect(refuseSettling(codes, [says('x'), says('z', ' ')])).toBe('no_reason')
    expect(refuseSettling(codes, [says('x'), says('y')])).toBe('not_disputed')
    expect(refuseSettling(codes, [says('x'), says('z')])).toBeNull()
  })

  test('agreement counts codes and recordings, and kappa takes chance away', () => {
    const same = { known: ['x'], found: ['x'] }
    const none = { known: [], found: [] }
    expect(agreement([same, none])).toMatchObject({
      recordings: 2,
      hits: 1,
      samePercent: 100,
      kappaHundredths: 100,
    })
    expect(agreement([{ known: ['x'], found: ['y'] }, none])).toMatchObject({
      misses: 1,
      extra: 1,
      samePercent: 50,
    })
    expect(agreement([none])).toMatchObject({ samePercent: 100, kappaHundredths: null })
    expect(agreement([])).toMatchObject({ recordings: 0, samePercent: null, kappaHundredths: null })
  })
})

test('R1-5.2c a protocol waits for every hint, and for every look that was begun', () => {
  const done = { kind: 'first', reviewedAt: {} }
  const answered = (state: string) => ({ answer: { state } })
  const says = (
    looks: { kind: string; reviewedAt: object | null }[],
    hints: { answer: { state: string } | null }[],
  ) => mayIssue(issueFactsOf(looks, hints))
  expect(says([], [])).toBeNull()
  expect(says([], [{ answer: null }])).toBe('hints_unresolved')
  // That somebody saw a hint is no judgement of it.
  expect(says([], [answered('answered')])).toBe('hints_unresolved')
  expect(says([done], [answered('marked'), answered('dismissed')])).toBeNull()
  expect(says([{ kind: 'first', reviewedAt: null }], [])).toBe('review_unfinished')
  expect(says([done, { kind: 'second', reviewedAt: null }], [])).toBe('second_look_unfinished')
  expect(says([done, { kind: 'third', reviewedAt: null }], [])).toBe('dispute_open')
  expect(says([done, { kind: 'control', reviewedAt: null }], [])).toBeNull()
})

test('T-17 the thresholds order the queue, the score within a day of its term, and neither goes before an overdue one', () => {
  const DAY = 24 * 60 * MINUTE
  const task = (id: string, dueMs: number | null, trust: number | null, band: Band | null = 'last') => ({
    id,
    dueMs,
    createdMs: 0,
    trust,
    band,
  })
  const ordered = inOrder(
    [
      task('none', null, 9_000),
      task('no hints', DAY / 2, null, null),
      task('calm', DAY / 2, 9_000),
      task('low', DAY / 2 + 1, 100),
      task('next', DAY / 2, 8_000, 'next'),
      task('first by its own exam', 3 * DAY, 8_500, 'first'),
      task('later overdue', -1, 100, 'first'),
      task('overdue', -2, 100, 'first'),
      task('late', -1, 10_000),
    ],
    0,
  )
  expect(ordered.map(({ id }) => id)).toEqual([
    'overdue',
    'later overdue',
    'late',
    'first by its own exam',
    'next',
    'low',
    'calm',
    'no hints',
    'none',
  ])
})
