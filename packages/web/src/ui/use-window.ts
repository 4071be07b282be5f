import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { type Piece, samePieces, windowOf } from './window-of.ts'

/** Drawn above and below what is in sight, so that a wheel or the Tab key finds rows there. */
const AROUND = 600
const ROWS_AT_FIRST = 30

const indexOf = (target: EventTarget | null): number | null => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return row ? Number(row.dataset.row) : null
}

/** Rows carry `data-row`; the box holds nothing but the rows and the gaps. */
export function useWindow<Box extends HTMLElement>(count: number, usual: number) {
  const box = useRef<Box>(null)
  const heights = useRef(new Map<number, number>())
  const focused = useRef<number | null>(null)
  const [pieces, setPieces] = useState<readonly Piece[]>(() =>
    Array.from({ length: Math.min(count, ROWS_AT_FIRST) }, (_, row) => ({ row })),
  )

  const look = useCallback(() => {
    const list = box.current
    if (!list) return
    for (const row of list.querySelectorAll<HTMLElement>(':scope > [data-row]'))
      heights.current.set(Number(row.dataset.row), row.getBoundingClientRect().height)
    const known = [...heights.current.values()]
    const middle = known.length > 0 ? known.reduce((sum, high) => sum + high, 0) / known.length : usual
    const next = windowOf({
      count,
      height: (row) => heights.current.get(row),
      usual: Math.round(middle),
      top: -list.getBoundingClientRect().top,
      view: window.innerHeight,
      around: AROUND,
      focused: focused.current,
    })
    setPieces((before) => (samePieces(before, next) ? before : next))
  }, [count, usual])

  useLayoutEffect(() => {
    look()
    let asked = 0
    const soon = () => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(look)
    }
    // Another width gives every row another height.
    const anew = () => {
      heights.current.clear()
      soon()
    }
    window.addEventListener('scroll', soon, { passive: true, capture: true })
    window.addEventListener('resize', anew)
    return () => {
      cancelAnimationFrame(asked)
      window.removeEventListener('scroll', soon, { capture: true })
      window.removeEventListener('resize', anew)
    }
  }, [look])

  // What was just drawn has a height of its own now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each drawing
  useLayoutEffect(look, [look, pieces])

  return {
    box: box as RefObject<Box>,
    pieces: pieces.filter((piece) => !('row' in piece) || piece.row < count),
    onFocus: (event: FocusEvent) => {
      focused.current = indexOf(event.target)
    },
    onBlur: (event: FocusEvent) => {
      focused.current = indexOf(event.relatedTarget)
    },
  }
}
