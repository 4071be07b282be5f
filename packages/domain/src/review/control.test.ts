import { describe, expect, test } from 'vitest'
import { agreement, kappa } from './agreement.ts'
import { type ControlFacts, controlPieces, owesControl, pieceFor, refuseControl } from './control.ts'

const MINUTE = 60_000
const hour = { from: 0, to: 60 * MINUTE }

describe('SM-4 controls of reviewers', () => {
  const good: ControlFacts = { settled: true, kept: true, free: true, consented: true }
  test.each<[keyof ControlFacts, string]>([
    ['settled', 'control_not_settled'],
    ['kept', 'control_not_kept'],
    ['free', 'control_not_permitted'],
    ['consented', 'control_not_permitted'],
  ])('a recording that is not %s is no control', (fact, why) => {
    expect(refuseControl(good)).toBeNull()
    expect(refuseControl({ ...good, [fact]: false })).toBe(why)
  })

  test('a piece is only of what was really watched, and says which codes are in it', () => {
    const mark = { code: 'gadgets', from: 10 * MINUTE, to: 11 * MINUTE }
    const near = { from: 9.5 * MINUTE, to: 11.5 * MINUTE }
    expect(controlPieces(hour, [mark], [], [near])).toEqual([
      { ...near, known: ['gadgets'] },
      { ...near, known: ['gadgets'] },
    ])
    expect(controlPieces(hour, [mark], [], [{ from: 0, to: 9 * MINUTE }])).toEqual([
      { from: 0, to: 5 * MINUTE, known: [] },
    ])
    expect(controlPieces(hour, [mark], [], [])).toEqual([])
    const hint = { from: 30 * MINUTE, to: 30 * MINUTE + 5_000 }
    const skimmed = { from: hint.from - 5_000, to: hint.to + 5_000 }
    expect(controlPieces(hour, [mark], [hint], [skimmed])).toEqual([{ ...skimmed, known: [] }])
    for (const piece of controlPieces(hour, [mark], [hint], [hour]))
      expect(piece.to - piece.from).toBeLessThanOrEqual(5 * MINUTE)
  })

  test('pieces with something and with nothing come by turns, so that no answer is the safe one', () => {
    const full = { from: 0, to: 1, known: ['gadgets'] }
    const empty = { from: 2, to: 3, known: [] }
    expect([0, 1, 2, 3].map((turn) => pieceFor([full, empty], turn))).toEqual([full, empty, full, empty])
    expect(pieceFor([empty], 0)).toBe(empty)
    expect(pieceFor([], 0)).toBeNull()
  })

  test('the share is of what was finished; nothing is owed at 0 percent', () => {
    expect([19, 20, 39, 40].map((done) => owesControl(5, done, 0))).toEqual([false, true, true, true])
    expect([20, 39, 40].map((done) => owesControl(5, done, 1))).toEqual([false, false, true])
    expect(owesControl(0, 1_000, 0)).toBe(false)
  })

  test('kappa is made of the four counts that stand beside it, by code too', () => {
    // Cohen 1960: 20 and 15 alike, 5 and 10 apart; observed 0.7, by chance 0.5.
    expect(kappa({ both: 20, onlyKnown: 5, onlyFound: 10, neither: 15 })).toBe(40)
    const pairs = [
      { known: ['gadgets'], found: ['gadgets'] },
      { known: ['gadgets', 'profanity'], found: ['gadgets'] },
      { known: [], found: ['profanity'] },
      { known: [], found: [] },
    ]
    const { counts, codes } = agreement(pairs)
    expect(counts).toEqual({ both: 2, onlyKnown: 0, onlyFound: 1, neither: 1 })
    expect(codes).toEqual([
      {
        code: 'gadgets',
        both: 2,
        onlyKnown: 0,
        onlyFound: 0,
        neither: 2,
        samePercent: 100,
        kappaHundredths: 100,
      },
      {
        code: 'profanity',
        both: 0,
        onlyKnown: 1,
        onlyFound: 1,
        neither: 2,
        samePercent: 50,
        kappaHundredths: -33,
      },
    ])
  })
})
