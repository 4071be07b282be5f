import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { Heights } from './heights.ts'
import { type Piece, samePieces, windowOf } from './window-of.ts'

/** Drawn above and below what is in sight, so that a wheel or the Tab key finds rows there. */
const AROUND = 600
/** Up to so many are all drawn: the browser finds a word in them and prints them. */
const WHOLE = 100
/** Rows one has been in, the latest; what was typed there is not lost. */
const KEPT = 12

/** Rows carry `data-row`, their place in `keys`; the box holds nothing but the rows and the gaps. */
export function useWindow<Box extends HTMLElement>(keys: readonly string[], usual: number) {
  const box = useRef<Box>(null)
  const heights = useRef(new Heights())
  const been = useRef<readonly string[]>([])
  const now = useRef(keys)
  now.current = keys
  const count = keys.length
  const [pieces, setPieces] = useState<readonly Piece[]>(() =>
    Array.from({ length: Math.min(count, WHOLE) }, (_, row) => ({ row })),
  )

  const look = useCallback(() => {
    const list = box.current
    if (!list) return
    const all = now.current
    if (count <= WHOLE) {
      const whole = Array.from({ length: count }, (_, row) => ({ row }))
      setPieces((before) => (samePieces(before, whole) ? before : whole))
      return
    }
    for (const row of list.querySelectorAll<HTMLElement>(':scope > [data-row]')) {
      const key = all[Number(row.dataset.row)]
      if (key !== undefined) heights.current.set(key, row.getBoundingClientRect().height)
    }
    const next = windowOf({
      count,
      height: (row) => heights.current.get(all[row] as string),
      usual: heights.current.usual ?? usual,
      top: -list.getBoundingClientRect().top,
      view: window.innerHeight,
      around: AROUND,
      kept: new Set(been.current.map((key) => all.indexOf(key))),
    })
    setPieces((before) => (samePieces(before, next) ? before : next))
  }, [count, usual])

  useLayoutEffect(() => {
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

  const onFocus = ({ target }: FocusEvent) => {
    const row = target.closest<HTMLElement>('[data-row]')
    const key = row ? now.current[Number(row.dataset.row)] : undefined
    if (key !== undefined) been.current = [key, ...been.current.filter((one) => one !== key)].slice(0, KEPT)
  }
  return {
    box: box as RefObject<Box>,
    pieces: pieces.filter((piece) => !('row' in piece) || piece.row < count),
    onFocus,
  }
}
