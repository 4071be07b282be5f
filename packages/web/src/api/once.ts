// A message over a line that may be cut at any moment: sent until somebody answers, and by its mark taken once.
import type { Answer } from './client.ts'
import type { Route } from '@ochno/contract/route'

const AGAIN_MS = 1_000
const TIMES = 30

/** The writer's own mark of one message. */
export const newOnce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(20))].map((byte) => (byte % 36).toString(36)).join('')

/** Again while there is no answer at all; what the server says is an answer. */
export async function untilAnswered<R extends Route>(send: () => Promise<Answer<R>>): Promise<Answer<R>> {
  for (let time = 1; ; time++) {
    const answer = await send()
    if (answer.ok || answer.failure.status !== 0 || answer.failure.code !== 'offline' || time === TIMES)
      return answer
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}
