// What a check of a bundle found. Words for it are in words.ts.
import type { TreeHead } from '../checkpoint.ts'
import type { KeyUse } from '../keys.ts'
import type { Manifest } from '../manifest.ts'

export const checks = ['file', 'manifest', 'records', 'chain', 'receipts', 'tree', 'payloads', 'log'] as const
export type CheckId = (typeof checks)[number]

/** Why a bundle is not what the server closed. */
export const problems = {
  checksum: 'file',
  file_missing: 'file',
  file_unknown: 'file',
  file_size: 'file',
  keys: 'file',
  manifest_form: 'manifest',
  manifest_signature: 'manifest',
  key_not_trusted: 'manifest',
  record_form: 'records',
  record_order: 'records',
  record_foreign: 'records',
  header: 'records',
  count: 'records',
  client_chain: 'chain',
  acceptance: 'chain',
  time_order: 'chain',
  server_chain: 'chain',
  receipt: 'receipts',
  root: 'tree',
  track: 'tree',
  events_root: 'tree',
  payload: 'payloads',
  log_form: 'log',
  head_signature: 'log',
  log_entry: 'log',
  inclusion: 'log',
  consistency: 'log',
  split_view: 'log',
} as const satisfies Record<string, CheckId>
export type Problem = keyof typeof problems

/** What keeps a sound bundle from being a whole one. */
export const lacks = [
  'gap',
  'missing',
  'not_ended',
  'trust_absent',
  'log_absent',
  'head_not_covered',
] as const
export type Lack = (typeof lacks)[number]

export type Found<Code> = { readonly code: Code; readonly where: string }
export type Verdict = 'valid' | 'invalid' | 'incomplete' | 'unreadable'
export const exitCodes = { valid: 0, invalid: 1, incomplete: 2, unreadable: 3 } as const satisfies Record<
  Verdict,
  number
>

/** Why an archive could not be opened at all. */
export type Unread =
  | 'not a ZIP file'
  | 'cut short'
  | 'not as Ochno writes it'
  | 'entries do not follow each other'
  | 'one name twice'
  | 'bytes outside the entries'
  | 'a size beyond reason'
  | 'a name of other letters'
  | 'the directory is not where it says'
  | 'an entry reaches into the directory'
  | 'two names for one entry'
  | 'a text file is too large'

export type Report = {
  readonly verdict: Verdict
  /** Only when unreadable. */
  readonly unreadable: Unread | null
  readonly manifest: Manifest | null
  /** sha256 of manifest.json, hex: what the protocol of the commission may quote. */
  readonly digest: string | null
  readonly checks: readonly { readonly id: CheckId; readonly done: number; readonly failed: number }[]
  /** The first hundred; `checks` counts them all. */
  readonly problems: readonly Found<Problem>[]
  readonly lacks: readonly Found<Lack>[]
  readonly late: { readonly records: number; readonly longestMs: number }
  readonly keys: readonly { readonly id: string; readonly use: KeyUse; readonly trusted: boolean }[]
  readonly head: TreeHead | null
}

/** Collects findings; the verdict follows from them. */
export class Findings {
  readonly problems: Found<Problem>[] = []
  readonly lacks: Found<Lack>[] = []
  private readonly done = new Map<CheckId, number>()
  private readonly failed = new Map<CheckId, number>()

  count(check: CheckId, by = 1): void {
    this.done.set(check, (this.done.get(check) ?? 0) + by)
  }
  problem(code: Problem, where = ''): void {
    const check = problems[code]
    this.failed.set(check, (this.failed.get(check) ?? 0) + 1)
    if (this.problems.length < 100) this.problems.push({ code, where })
  }
  lack(code: Lack, where = ''): void {
    this.lacks.push({ code, where })
  }
  get verdict(): Verdict {
    if (this.failed.size > 0) return 'invalid'
    return this.lacks.length > 0 ? 'incomplete' : 'valid'
  }
  get checks(): Report['checks'] {
    return checks.map((id) => ({ id, done: this.done.get(id) ?? 0, failed: this.failed.get(id) ?? 0 }))
  }
}
