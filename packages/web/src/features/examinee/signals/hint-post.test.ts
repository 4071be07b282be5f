import type { HintReport } from '@ochno/contract/hints'
import { expect, test } from 'vitest'
import { hintPost, type Letter, type Sent } from './hint-post.ts'

const hint = (id: string, seq = 1): HintReport => ({
  id,
  seq,
  rule: 'focus_lost',
  code: 'focus_switch',
  fromMs: 0,
  toMs: seq,
  ongoing: false,
  strength: 1,
  made: [],
})

/** A server that answers as it is told, and what reached it. */
function server(...answers: Sent[]) {
  const letters: Letter[] = []
  const post = hintPost(async (letter) => {
    letters.push(letter)
    return answers.shift() ?? 'taken'
  })
  const ids = () => letters.map(({ hints }) => hints.map(({ id, seq }) => `${id}:${seq}`))
  return { post, letters, ids }
}
const some = (...hints: HintReport[]) => ({ hints, blind: [] })

test('what is noticed is sent at once and once; that the page is here is told every fifteen seconds', async () => {
  const { post, ids } = server()
  await post.turn(0)
  post.add(some(hint('a')))
  await post.turn(1)
  await post.turn(2)
  await post.turn(15_000)
  await post.turn(15_001)
  expect(ids()).toEqual([[], ['a:1'], []])
})

test('without a network nothing is lost: it waits longer each time, and then tells how long the network was away', async () => {
  const { post, ids, letters } = server('failed', 'failed')
  post.add(some(hint('a')))
  await post.turn(0)
  await post.turn(1_999)
  await post.turn(2_000)
  await post.turn(5_999)
  post.add(some(hint('a', 2), hint('b')))
  await post.turn(6_000)
  expect(ids()).toEqual([['a:1'], ['a:1'], ['a:2', 'b:1']])
  await post.turn(6_500)
  expect(letters.at(-1)?.blind).toEqual([
    { sensor: 'link', fromMs: 0, toMs: 6_000, why: 'silent', ongoing: false },
  ])
  await post.turn(7_000)
  expect(letters).toHaveLength(4)
})

test('what came while a letter was on its way is not forgotten with it', async () => {
  let taken: (sent: Sent) => void = () => {}
  const letters: Letter[] = []
  const post = hintPost((letter) => {
    letters.push(letter)
    return new Promise((resolve) => {
      taken = resolve
    })
  })
  post.add(some(hint('a')))
  const first = post.turn(0)
  post.add(some(hint('a', 2)))
  await post.turn(1)
  taken('taken')
  await first
  void post.turn(2)
  expect(letters.map(({ hints }) => hints.map(({ seq }) => seq))).toEqual([[1], [2]])
})

test('what the server refuses is let go, and a flood is sent in pieces', async () => {
  const { post, letters } = server('refused')
  post.add(some(...Array.from({ length: 70 }, (_, i) => hint(`h${i}`))))
  await post.turn(0)
  expect(post.waiting()).toBe(20)
  await post.turn(1)
  expect(letters.map(({ hints }) => hints.length)).toEqual([50, 20])
  expect(post.waiting()).toBe(0)
})
