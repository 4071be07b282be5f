import type { Route } from '@ochno/contract/route'
import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Answer, call, type Failure, type InputOf, type ReplyOf } from './client.ts'

/** What a page knows of something it asked for; a view draws each case. */
export type Load<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | { readonly is: 'ready'; readonly value: T }

export class CallFailed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

const mayHeal = (error: Error): boolean =>
  error instanceof CallFailed &&
  (error.failure.status === 0 || error.failure.status >= 500) &&
  error.failure.code !== 'unreadable'

export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (times, error) => times < 2 && mayHeal(error),
        staleTime: 5_000,
        refetchOnWindowFocus: true,
      },
    },
  })

export const keyOf = (route: Route, input?: { params?: unknown; query?: unknown }): readonly unknown[] => [
  route.path,
  input?.params ?? null,
  input?.query ?? null,
]

const BROKEN: Failure = {
  code: 'broken',
  sentence: null,
  support: null,
  status: 0,
  retryAfterS: null,
  fields: [],
}

export type LoadOptions = {
  readonly enabled?: boolean
  readonly everyMs?: number
  /** Shows the former answer until the next question is answered. */
  readonly keeps?: boolean
}

export function useLoad<R extends Route>(
  route: R,
  input: InputOf<R>,
  options: LoadOptions = {},
): Load<ReplyOf<R>> {
  const query = useQuery({
    queryKey: keyOf(route, input as { params?: unknown; query?: unknown }),
    queryFn: async ({ signal }) => {
      const answer = await call(route, input, signal)
      if (!answer.ok) throw new CallFailed(answer.failure)
      return { value: answer.body }
    },
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMs ?? false,
    ...(options.keeps ? { placeholderData: keepPreviousData } : {}),
  })
  if (query.data) return { is: 'ready', value: query.data.value }
  if (query.error)
    return {
      is: 'failed',
      failure: query.error instanceof CallFailed ? query.error.failure : BROKEN,
      retry: () => void query.refetch(),
    }
  return { is: 'loading' }
}

export type Doing<R extends Route> = {
  readonly run: (input: InputOf<R>) => Promise<Answer<R>>
  readonly busy: boolean
  readonly failure: Failure | null
  readonly forget: () => void
}

/** Asks again for what was loaded from a route: the person is told that it changed meanwhile. */
export function useReload(): (route: Route) => Promise<void> {
  const client = useQueryClient()
  return (route) => client.invalidateQueries({ queryKey: [route.path] })
}

/** An act of the person. When it succeeds, what was loaded from `refresh` is asked for again. */
export function useDo<R extends Route>(route: R, refresh: readonly Route[] = []): Doing<R> {
  const client = useQueryClient()
  const mutation = useMutation({
    mutationFn: (input: InputOf<R>) => call(route, input),
    onSuccess: async (answer) => {
      if (answer.ok)
        await Promise.all(refresh.map((one) => client.invalidateQueries({ queryKey: [one.path] })))
    },
  })
  return {
    run: (input) => mutation.mutateAsync(input),
    busy: mutation.isPending,
    failure: mutation.data && !mutation.data.ok ? mutation.data.failure : mutation.error ? BROKEN : null,
    forget: mutation.reset,
  }
}
