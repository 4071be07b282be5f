import type { ConsentState } from '../lifecycle/consent.ts'

/** How the same trial is taken without proctoring. */
export type Alternative = 'in_person' | 'oral' | 'another_format'

export type RefusalRules = {
  /** 000 2.2.1: «согласие является добровольным». */
  readonly voluntary: boolean
  readonly alternatives: readonly Alternative[]
}

export type Way =
  | { readonly by: 'proctoring' }
  | { readonly by: 'alternative'; readonly choices: readonly Alternative[]; readonly violation: null }
  /** 004: nothing is promised; the institution answers with a procedure of its own. */
  | { readonly by: 'institution_decides'; readonly violation: null }
  | { readonly by: 'not_answered' }

/** Saying no is a way to the exam, never a violation (TR-27). */
export function wayFor(state: ConsentState, rules: RefusalRules): Way {
  switch (state) {
    case 'active':
      return { by: 'proctoring' }
    case 'declined':
    case 'withdrawn':
    case 'expired':
      return rules.alternatives.length > 0
        ? { by: 'alternative', choices: rules.alternatives, violation: null }
        : { by: 'institution_decides', violation: null }
    case 'none':
    case 'informed':
    case 'form_generated':
    case 'printed':
    case 'scan_uploaded':
      return { by: 'not_answered' }
  }
}

/** Where consent is voluntary an exam without another way to take it is not published (P-12). */
export const mayPublish = ({ voluntary, alternatives }: RefusalRules): boolean =>
  !voluntary || alternatives.length > 0
