import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

/**
 * A link within the application for lists of thousands: it takes no part in each change of the address as the router's own does, and
 * costs a row next to nothing. Another key or button held with the press, and the browser does what it does with any link.
 */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  const router = useRouter()
  const onClick = (event: MouseEvent) => {
    const { defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey } = event
    if (defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return
    event.preventDefault()
    void router.navigate({ to })
  }
  const soon = () => void router.preloadRoute({ to })
  return (
    <a href={to} onClick={onClick} onPointerEnter={soon} onFocus={soon}>
      {children}
    </a>
  )
}
