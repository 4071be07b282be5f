import type { QueryClient, QueryKey } from '@tanstack/react-query'

/** What an act of the person answered. A question that was on its way then would bring back what was before the act: it is given up first. */
export async function putLoaded(client: QueryClient, queryKey: QueryKey, data: unknown): Promise<void> {
  await client.cancelQueries({ queryKey })
  client.setQueryData(queryKey, data)
}
