// 004 App. 4: «В случаях 3, 4 и 5 – следовать рекомендациям Директора (заместителя директора)» (R4-A4.19).
import type { Instant } from '../time.ts'
import type { CheckStatus } from './findings.ts'
import type { Recommendation } from './recommend.ts'

export type DirectorRequest = {
  readonly status: CheckStatus
  readonly to: readonly ['director', 'deputy_director']
}

export type DirectorAnswer = {
  readonly recommendation: string
  readonly by: { readonly person: string; readonly post: 'director' | 'deputy_director' }
  readonly at: Instant
}

/** Null: no recommendation of App. 4 waits for the director. Status 6 has no rule and asks nobody (TR-07). */
export function directorRequest(recommended: readonly Recommendation[]): DirectorRequest | null {
  const status = recommended.find(({ needsDirector }) => needsDirector)?.status
  return status ? { status: status.main, to: ['director', 'deputy_director'] } : null
}
