import { expect, test } from 'vitest'
import type { Maker } from './makers.ts'
import { refusePost } from './by-order.ts'

const named = (person: string, post: string, held = true) => ({ person, post, held })

for (const [post, words] of [
  ['director', 'Директор'],
  ['director', 'Ректор'],
  ['deputy_director', 'Заместитель директора по учебной работе'],
  ['programme_manager', 'Менеджер образовательной программы'],
  ['commission', 'Член апелляционной комиссии'],
] as const)
  test(`TR-06 where an order names «${words}», nobody else speaks in that post, and not after the order is over`, () => {
    expect(refusePost(post, 'anna', [named('anna', words)])).toBeNull()
    expect(refusePost(post, 'boris', [named('anna', words)])).toBe('no_order_in_force')
    expect(refusePost(post, 'anna', [named('anna', words, false)])).toBe('no_order_in_force')
  })

test('TR-06 where no order names a post, the role speaks as before; another post bars nobody', () => {
  const others = ['Заместитель директора', 'Директор по развитию', 'Лаборант'].map((post) =>
    named('anna', post),
  )
  for (const post of ['director', 'programme_manager', 'commission'] as const)
    expect(refusePost(post, 'boris', others)).toBeNull()
  expect(refusePost('teacher' satisfies Maker, 'boris', [named('anna', 'Преподаватель')])).toBeNull()
})
