import type { SessionId } from '@ochno/domain/ids'
import { expect, test } from 'vitest'
import type { TextPlace } from '../../ports/texts.ts'
import { textSeal } from './text-seal.ts'

const kek = (id: string, byte: number) => ({ id, key: new Uint8Array(32).fill(byte) })
const at = { session: 'ses_a' as SessionId, kept: 'protocol', place: 'conduct|1' } as const
const words = { text: 'Мне плохо, можно выйти?' }

test('R0-2.2.2a words open in their own place alone, and not one byte of them is changed unseen', () => {
  const seal = textSeal([kek('one', 1)])
  const key = seal.newKey(at.session, 'protocol')
  const sealed = seal.seal(at, key, words)
  expect(seal.open(at, key, sealed)).toEqual(words)
  expect(Buffer.from(sealed).includes(Buffer.from('плохо'))).toBe(false)
  const elsewhere: readonly TextPlace[] = [
    { ...at, place: 'conduct|2' },
    { ...at, session: 'ses_b' as SessionId },
    { ...at, kept: 'recording' },
  ]
  for (const place of elsewhere) expect(() => seal.open(place, key, sealed)).toThrow()
  sealed[20] = (sealed[20] as number) ^ 1
  expect(() => seal.open(at, key, sealed)).toThrow()
})

test('R0-2.2.2a words of an earlier wrapping key open as long as it is kept, and with a stranger’s never', () => {
  const before = textSeal([kek('one', 1)])
  const key = before.newKey(at.session, 'protocol')
  const sealed = before.seal(at, key, words)
  expect(textSeal([kek('two', 2), kek('one', 1)]).open(at, key, sealed)).toEqual(words)
  expect(() => textSeal([kek('two', 2)]).open(at, key, sealed)).toThrow(/not here/)
  expect(() => textSeal([kek('one', 3)]).open(at, key, sealed)).toThrow()
})
