import { Fragment, type ReactNode } from 'react'
import classes from './long-list.module.css'
import { type More, MoreLine } from './more-line.tsx'
import { useWindow } from './use-window.ts'

const USUAL_ROW = 120

/** Goes onto the `li` of the row. */
export type InList = {
  readonly 'data-row': number
  readonly 'aria-posinset': number
  readonly 'aria-setsize': number
}

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
  children: (row: T, inList: InList) => ReactNode
}) {
  const { box, pieces, onFocus } = useWindow<HTMLUListElement>(rows.map(rowKey), USUAL_ROW)
  return (
    <>
      <ul ref={box} className={classes.list} aria-label={label} onFocus={onFocus}>
        {pieces.map((piece, at) => {
          if ('gap' in piece)
            // biome-ignore lint/suspicious/noArrayIndexKey: gaps are all alike
            return <li key={`gap ${at}`} aria-hidden style={{ height: piece.gap }} />
          const row = rows[piece.row] as T
          return (
            <Fragment key={rowKey(row)}>
              {children(row, {
                'data-row': piece.row,
                'aria-posinset': piece.row + 1,
                'aria-setsize': more.total,
              })}
            </Fragment>
          )
        })}
      </ul>
      <MoreLine shown={rows.length} more={more} />
    </>
  )
}
