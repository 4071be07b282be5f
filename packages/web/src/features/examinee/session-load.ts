import { readSession, type SessionView } from '@ochno/contract/sessions'
import type { SessionId } from '@ochno/domain/ids'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { CallFailed, type Load } from '../../api/load.ts'
import { putLoaded } from '../../api/put-loaded.ts'
import type { ServerClock } from './server-clock.ts'

export type Attempt = { readonly session: SessionView; readonly clock: ServerClock }

const keyOf = (sid: SessionId) => [readSession.path, sid]

/** The session and the server's clock at the moment its answer arrived. Asked again now and then: a proctor may have stopped it. */
export function useAttempt(sid: SessionId): {
  load: Load<Attempt>
  put: (attempt: Attempt) => void
  refresh: () => void
} {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: keyOf(sid),
    queryFn: async ({ signal }): Promise<Attempt> => {
      const answer = await call(readSession, { params: { sid } }, signal)
      if (!answer.ok) throw new CallFailed(answer.failure)
      return heard(answer.body)
    },
    refetchInterval: 15_000,
    refetchIntervalInBackground: true,
  })
  const load: Load<Attempt> = query.data
    ? { is: 'ready', value: query.data }
    : query.error instanceof CallFailed
      ? { is: 'failed', failure: query.error.failure, retry: () => void query.refetch() }
      : { is: 'loading' }
  return {
    load,
    put: (attempt) => void putLoaded(queries, keyOf(sid), attempt),
    refresh: () => void query.refetch(),
  }
}

export const heard = (body: { readonly now: string; readonly session: SessionView }): Attempt => ({
  session: body.session,
  clock: { serverMs: Date.parse(body.now), heardAt: performance.now() },
})
