// Where an institution names its heads by order, the order says who speaks in a post, and a role alone does not.
import type { Maker } from './makers.ts'

/** A line of an order on appointments; `held`: in force on the day. */
export type Appointed = {
  readonly person: string
  readonly post: string
  readonly held: boolean
}

/** Posts as orders word them. A teacher decides by giving the exam, so an order on a teacher's duty bars no other teacher. */
const worded: Readonly<Partial<Record<Maker, RegExp>>> = {
  director: /^(и\.?\s?о\.?\s*)?(директор|ректор)(?!\p{L})(?!\s+(по|департамента)(?!\p{L}))/iu,
  deputy_director: /^(и\.?\s?о\.?\s*)?(заместитель|зам\.)\s*(директора|ректора)(?!\p{L})/iu,
  programme_manager: /^(менеджер|руководитель)\s+(образовательной\s+)?программы(?!\p{L})/iu,
  commission: /^(председатель|член|секретарь)\s+(апелляционной\s+)?комиссии(?!\p{L})/iu,
}

/** Null: nobody was ever named to this post by an order, or this person is, and the order is in force. */
export function refusePost(
  post: Maker,
  person: string,
  appointed: readonly Appointed[],
): 'no_order_in_force' | null {
  const words = worded[post]
  const about = words ? appointed.filter((one) => words.test(one.post.trim())) : []
  if (about.length === 0) return null
  return about.some((one) => one.held && one.person === person) ? null : 'no_order_in_force'
}
