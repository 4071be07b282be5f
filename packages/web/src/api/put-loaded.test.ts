import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { putLoaded } from './put-loaded.ts'

test('a question asked before the act does not bring back what was before it', async () => {
  const client = new QueryClient()
  const queryKey = ['door']
  client.setQueryData(queryKey, 'before')
  const late = Promise.withResolvers<string>()
  const asked = client
    .fetchQuery({
      queryKey,
      // As ours do: who is given up hears of it.
      queryFn: ({ signal }) => {
        signal.addEventListener('abort', () => late.reject(signal.reason))
        return late.promise
      },
    })
    .catch(() => 'given up')
  await putLoaded(client, queryKey, 'after')
  late.resolve('before')
  await asked
  expect(client.getQueryData(queryKey)).toBe('after')
})
