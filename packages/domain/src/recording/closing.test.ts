import { expect, test } from 'vitest'
import { LATE_UPLOAD_MS, mayClose } from './closing.ts'

const whole = { ended: true, missing: false }
const END = 1000
for (const [what, deauthorizedMs, tracks, now, may] of [
  ['a running session stays open', null, [whole], END + LATE_UPLOAD_MS * 2, false],
  ['every track whole closes at once', END, [whole, whole], END, true],
  ['one track without END waits', END, [whole, { ended: false, missing: false }], END + 1, false],
  ['one record missing waits', END, [whole, { ended: true, missing: true }], END + 1, false],
  ['nothing recorded waits', END, [], END + 1, false],
  ['a minute before the last batch has settled it waits', END, [], END + LATE_UPLOAD_MS, false],
  [
    'when nothing may come any more it closes with its gaps',
    END,
    [{ ended: false, missing: true }],
    END + LATE_UPLOAD_MS + 60_000,
    true,
  ],
] as const)
  test(`ING-26 ING-40 ${what}`, () => expect(mayClose({ deauthorizedMs }, tracks, now)).toBe(may))
