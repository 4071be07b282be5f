import { type KeyboardEvent, useRef, useState } from 'react'

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A year is one stop of Tab; arrows walk its days. */
export function useYearKeys(days: number) {
  const box = useRef<HTMLDivElement>(null)
  const [reachable, setReachable] = useState(0)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const at = Number((event.target as HTMLElement).dataset.index)
    if (step === undefined || Number.isNaN(at)) return
    event.preventDefault()
    const next = Math.min(days - 1, Math.max(0, at + step))
    setReachable(next)
    box.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus()
  }
  return { box, reachable: Math.min(reachable, days - 1), onKeyDown }
}
