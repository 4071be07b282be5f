// Who is told of a review.
import { firstAble, working } from '../../ports/able.ts'
import type { Deputies } from '../../ports/deputies.ts'

export type Words = { readonly ru: string; readonly en: string }

/** Methodists; where there are none who may, administrators. */
export const organisers: Deputies = (tx, _, wanted) =>
  firstAble(tx, [() => working(tx, 'methodist'), () => working(tx, 'admin')], wanted)
