import { readMe } from '@ochno/contract/sign-in'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onSignedOut } from '../api/client.ts'
import { keyOf } from '../api/load.ts'

/** When any request learns that the sign-in is over, who-am-I is asked again; its frame then leads to the sign-in page. */
export function SignedOutWatch() {
  const queries = useQueryClient()
  useEffect(
    () =>
      onSignedOut(() => {
        const known = queries.getQueryState(keyOf(readMe))
        if (known?.status === 'success') void queries.resetQueries({ queryKey: keyOf(readMe) })
      }),
    [queries],
  )
  return null
}
