import { useSyncExternalStore } from 'react'
import { lockConsole, lockedAccount, onConsoleLock, openConsole } from './console-lock.ts'
import { useMe } from './me.ts'
import { proveAgain } from './step-up.ts'

type ConsoleLock = {
  readonly locked: boolean
  readonly lock: () => void
  /** Asks for the password; the console opens when it is given. */
  readonly open: () => Promise<void>
}

export function useConsoleLock(): ConsoleLock {
  const me = useMe()
  const account = me.is === 'ready' ? me.value.account : null
  const whose = useSyncExternalStore(onConsoleLock, lockedAccount)
  return {
    locked: whose !== null && whose === account,
    lock: () => {
      if (account !== null) lockConsole(account)
    },
    open: async () => {
      if (await proveAgain()) openConsole()
    },
  }
}
