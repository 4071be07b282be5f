import type { ReactNode } from 'react'
import classes from './long-list.module.css'
import { type More, MoreLine } from './more-line.tsx'
import { useWindow } from './use-window.ts'

const USUAL_ROW = 96

/** As LongTable, for rows that are no tables. */
export function LongList<T>({
  label,
  rows,
  rowKey,
  more,
  children,
}: {
  label: string
  rows: readonly T[]
  rowKey: (row: T) => string
  more: More
  children: (row: T) => ReactNode
}) {
  const { box, pieces, onFocus, onBlur } = useWindow<HTMLUListElement>(rows.length, USUAL_ROW)
  return (
    <>
      <ul ref={box} className={classes.list} aria-label={label} onFocus={onFocus} onBlur={onBlur}>
        {pieces.map((piece, at) => {
          if ('gap' in piece)
            return (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: gaps are all alike
                key={`gap ${at}`}
                role="presentation"
                aria-hidden
                style={{ height: piece.gap }}
              />
            )
          const row = rows[piece.row] as T
          return (
            <li
              key={rowKey(row)}
              className={classes.row}
              data-row={piece.row}
              aria-posinset={piece.row + 1}
              aria-setsize={more.total}
            >
              {children(row)}
            </li>
          )
        })}
      </ul>
      <MoreLine shown={rows.length} more={more} />
    </>
  )
}
