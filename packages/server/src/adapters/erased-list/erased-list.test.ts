import { expect, test } from 'vitest'
import { readErased } from './erased-list.ts'

test('P-24b a line that a power cut left unfinished hides none of the others', () => {
  const whole = JSON.stringify({ session: 'ses_a', act: { id: 'dst_a' } })
  expect(readErased(`${whole}\n{"session":"ses_b"}\n{"sess`)).toEqual({
    sessions: ['ses_a', 'ses_b'],
    acts: [{ session: 'ses_a', act: { id: 'dst_a' } }],
  })
  expect(readErased('')).toEqual({ sessions: [], acts: [] })
})
