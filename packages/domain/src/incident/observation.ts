import type { ViolationCode } from './catalogue.ts'
import type { OutsiderSign } from './signs.ts'

/** What the thing is that a permission allows only in part: a calculator among the gadgets, a messenger among the programs. */
export type About =
  | 'site'
  | 'messenger'
  | 'excel'
  | 'other_software'
  | 'calculator'
  | 'other_gadget'
  | 'book'
  | 'workplace'
  | 'elsewhere'

/** Something seen, before anybody judged it. */
export type Observation = {
  readonly code: ViolationCode
  readonly about?: About
  /** Of an outsider alone. */
  readonly sign?: OutsiderSign
  /** A host or a program for software; a material for aids; a device for technical means. */
  readonly name?: string
  readonly seconds?: number
}

/** `unsure`: permitted if it is what the permission names, and only a person can tell. */
export type Verdict = {
  readonly verdict: 'counts' | 'permitted' | 'unsure'
  /** Which permissions spoke: shown beside the hint, which is kept and never counted. */
  readonly because: readonly string[]
}

export const counts: Verdict = { verdict: 'counts', because: [] }
