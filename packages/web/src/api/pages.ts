import type { Route } from '@ochno/contract/route'
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, type Failure, type InputOf, type ReplyOf } from './client.ts'
import { CallFailed, keyOf, type Load } from './load.ts'

type PagedReply = { readonly rows: readonly unknown[]; readonly total: number; readonly next: string | null }
type RowOf<R extends Route> = ReplyOf<R> extends { readonly rows: readonly (infer Row)[] } ? Row : never

type PagedList<R extends Route> = {
  readonly rows: readonly RowOf<R>[]
  /** What the latest page said besides its rows. */
  readonly head: ReplyOf<R>
  readonly more: {
    readonly total: number
    readonly there: boolean
    readonly busy: boolean
    readonly failure: Failure | null
    readonly ask: () => void
  }
}

const failureOf = (error: unknown): Failure | null => (error instanceof CallFailed ? error.failure : null)

type PagesOptions = {
  readonly everyMs?: number
  readonly enabled?: boolean
  /** What was found last stays until the next is there, and with it a dialogue somebody has opened from one of its rows. */
  readonly keeps?: boolean
}

/** A list the server gives by pages. A row that moved while the pages came is there once. */
export function usePages<R extends Route>(
  route: R,
  input: InputOf<R>,
  rowKey: (row: RowOf<R>) => string,
  { everyMs, enabled = true, keeps = false }: PagesOptions = {},
): Load<PagedList<R>> {
  const client = useQueryClient()
  const given = input as { params?: unknown; query?: Record<string, unknown> }
  const queryKey = [...keyOf(route, given), 'pages']
  const list = useInfiniteQuery({
    queryKey,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...given.query, ...(pageParam === null ? {} : { after: pageParam }) }
      const answer = await call(route, { ...given, query } as unknown as InputOf<R>, signal)
      if (!answer.ok) throw new CallFailed(answer.failure)
      return answer.body as ReplyOf<R> & PagedReply
    },
    getNextPageParam: (last) => last.next,
    enabled,
    ...(keeps ? { placeholderData: keepPreviousData } : {}),
    // Pages are asked for anew one after another: the more there are, the seldomer.
    refetchInterval: everyMs ? ({ state }) => everyMs * (state.data?.pages.length ?? 1) : false,
  })
  const failure = failureOf(list.error)
  const stale = failure?.code === 'cursor_stale'
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is made anew each time
  useEffect(() => {
    if (stale) void client.resetQueries({ queryKey })
  }, [stale, client])
  if (!list.data) {
    if (!list.error) return { is: 'loading' }
    return {
      is: 'failed',
      failure: failure ?? {
        code: 'broken',
        sentence: null,
        support: null,
        status: 0,
        retryAfterS: null,
        fields: [],
      },
      retry: () => void list.refetch(),
    }
  }
  const { pages } = list.data
  const rows = new Map(
    pages.flatMap((page) => page.rows as readonly RowOf<R>[]).map((row) => [rowKey(row), row] as const),
  )
  const head = pages.at(-1) as ReplyOf<R> & PagedReply
  return {
    is: 'ready',
    value: {
      rows: [...rows.values()],
      head,
      more: {
        total: Math.max(head.total, rows.size),
        there: list.hasNextPage && !list.isPlaceholderData,
        busy: list.isFetchingNextPage,
        failure: list.isFetchNextPageError ? failure : null,
        ask: () => {
          if (!list.isFetchingNextPage) void list.fetchNextPage()
        },
      },
    },
  }
}
