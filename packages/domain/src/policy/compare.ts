import { type ActPolicy, settingOf } from './act-policy.ts'
import { type PolicyKey, policyKeys } from './schema.ts'
import type { Setting } from './setting.ts'

export type Difference = { readonly key: PolicyKey; readonly before: Setting; readonly after: Setting }

/** What changed for people between two editions: another value or another standing; another clause number alone is no change. */
export const differences = (before: ActPolicy, after: ActPolicy): readonly Difference[] =>
  policyKeys.flatMap((key) => {
    const [a, b] = [settingOf(before, key), settingOf(after, key)]
    return sameForPeople(a, b) ? [] : [{ key, before: a, after: b }]
  })

const sameForPeople = (a: Setting, b: Setting): boolean =>
  a.state === b.state && (a.state === 'open' || b.state === 'open' || sameValue(a.value, b.value))

const sameValue = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((one, i) => one === b[i]) : a === b
