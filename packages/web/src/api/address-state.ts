import { useState } from 'react'

/** What narrows a list stands in the address: it survives a reload, the way back and being sent to a colleague. */
export function useAddressState(name: string, otherwise = ''): readonly [string, (value: string) => void] {
  const [value, setValue] = useState(() => new URLSearchParams(window.location.search).get(name) ?? otherwise)
  return [
    value,
    (next) => {
      setValue(next)
      const { pathname, search, hash } = window.location
      const asked = new URLSearchParams(search)
      if (next === otherwise) asked.delete(name)
      else asked.set(name, next)
      const text = asked.toString()
      window.history.replaceState(window.history.state, '', `${pathname}${text ? `?${text}` : ''}${hash}`)
    },
  ]
}
