// Where an institution names its heads by order, the order says who speaks in a post, and a role alone does not.
import type { Maker } from './makers.ts'

/** A line of an order on appointments; `held`: in force on the day. */
export type Appointed = {
  readonly person: string
  readonly post: string
  readonly held: boolean
}

/** «И.о.», «врио», «исполняющий обязанности»: the post after it stands in the genitive. */
const acting = /^(?:(?:и\.?\s?о\.?|врио|(?:временно\s+)?исполняющ(?:ий|ая)\s+обязанности)\s*)?/u
const titled = (post: RegExp): RegExp => new RegExp(acting.source + post.source, 'iu')

/** Posts as orders word them. A teacher decides by giving the exam, so an order on a teacher's duty bars no other teacher. */
const worded: Readonly<Partial<Record<Maker, RegExp>>> = {
  director: titled(
    /(?:генеральн(?:ый|ого)\s+)?(?:директора?|ректора?)(?!\p{L})(?!\s+(?:по|департамента)(?!\p{L}))/u,
  ),
  deputy_director: titled(
    /(?:перв(?:ый|ого)\s+)?(?:заместител[ья]|зам\.)\s*(?:генерального\s+)?(?:директора|ректора)(?!\p{L})/u,
  ),
  programme_manager: titled(
    /(?:менеджера?|руководител[ья])\s+(?:образовательн(?:ой|ых)\s+)?программы?(?!\p{L})/u,
  ),
  commission: titled(
    /(?:(?:заместител[ья]\s+)?председател[ья]|член|секретар[ья])\s+(?:апелляционной\s+комиссии(?!\p{L})|комиссии$)/u,
  ),
}

/** Whom orders in force name to this post. */
export function heldBy(post: Maker, appointed: readonly Appointed[]): readonly string[] {
  const words = worded[post]
  return words
    ? [...new Set(appointed.flatMap((one) => (one.held && words.test(one.post.trim()) ? [one.person] : [])))]
    : []
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
