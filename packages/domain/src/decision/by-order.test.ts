import { expect, test } from 'vitest'
import type { Maker } from './makers.ts'
import { refusePost } from './by-order.ts'

const named = (person: string, post: string, held = true) => ({ person, post, held })

for (const [post, words] of [
  ['director', 'Директор'],
  ['director', 'Ректор'],
  ['director', 'Генеральный директор'],
  ['director', 'И.о. директора'],
  ['director', 'и. о. ректора'],
  ['director', 'Врио директора'],
  ['director', 'Исполняющая обязанности директора колледжа'],
  ['director', 'Временно исполняющий обязанности генерального директора'],
  ['deputy_director', 'Заместитель директора по учебной работе'],
  ['deputy_director', 'Первый заместитель директора'],
  ['deputy_director', 'И.о. заместителя директора'],
  ['deputy_director', 'Исполняющий обязанности первого заместителя генерального директора'],
  ['programme_manager', 'Менеджер образовательной программы'],
  ['programme_manager', 'Менеджер образовательных программ'],
  ['programme_manager', 'И.о. руководителя программы'],
  ['commission', 'Член апелляционной комиссии'],
  ['commission', 'Секретарь комиссии'],
  ['commission', 'Заместитель председателя апелляционной комиссии'],
] as const)
  test(`TR-06 where an order names «${words}», nobody else speaks in that post, and not after the order is over`, () => {
    expect(refusePost(post, 'anna', [named('anna', words)])).toBeNull()
    expect(refusePost(post, 'boris', [named('anna', words)])).toBe('no_order_in_force')
    expect(refusePost(post, 'anna', [named('anna', words, false)])).toBe('no_order_in_force')
  })

test('TR-06 where no order names a post, the role speaks as before; another post bars nobody', () => {
  const others = [
    'Заместитель директора',
    'И.о. заместителя директора',
    'Директор по развитию',
    'И.о. директора департамента',
    'Помощник директора',
    'Председатель комиссии по противодействию коррупции',
    'Лаборант',
  ].map((post) => named('anna', post))
  for (const post of ['director', 'programme_manager', 'commission'] as const)
    expect(refusePost(post, 'boris', others)).toBeNull()
  expect(refusePost('teacher' satisfies Maker, 'boris', [named('anna', 'Преподаватель')])).toBeNull()
})

test('TR-06 when the order on the director is over, the acting director of the next order speaks', () => {
  const orders = [named('anna', 'Директор', false), named('boris', 'И.о. директора')]
  expect(refusePost('director', 'boris', orders)).toBeNull()
  expect(refusePost('director', 'anna', orders)).toBe('no_order_in_force')
})
