import { memo, type ReactNode, useMemo } from 'react'
import { type More, MoreLine } from './more-line.tsx'
import type { Column } from './table.tsx'
import classes from './table.module.css'
import { useWindow } from './use-window.ts'

const USUAL_ROW = 56

type Over<T> = {
  /** One function for all drawings, so that they are counted once for each list. */
  readonly is: (row: T) => boolean
  readonly draw: (row: T) => ReactNode
}

/** The table of a list that comes by pages: only the rows around the window are drawn, and assistive technology is told of all. */
export function LongTable<T>({
  label,
  columns,
  rows,
  rowKey,
  more,
  over,
}: {
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  more: More
  /** Rows that are none of the list but stand over those that follow them. */
  over?: Over<T>
}) {
  const keys = useMemo(() => rows.map(rowKey), [rows, rowKey])
  const { box, pieces, onFocus } = useWindow<HTMLTableSectionElement>(keys, USUAL_ROW)
  const standsOver = over?.is
  const headings = useMemo(() => (standsOver ? rows.filter(standsOver).length : 0), [rows, standsOver])
  return (
    <>
      {/* Names stand in the first row. */}
      <table className={classes.table} aria-label={label} aria-rowcount={more.total + headings + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column.name} scope="col">
                <span className={column.quiet ? classes.quiet : undefined}>{column.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={box} onFocus={onFocus}>
          {pieces.map((piece, at): ReactNode => {
            if ('gap' in piece)
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: gaps are all alike
                <tr key={`gap ${at}`} className={classes.gap} aria-hidden style={{ height: piece.gap }}>
                  <td colSpan={columns.length} />
                </tr>
              )
            const row = rows[piece.row] as T
            if (over?.is(row))
              return (
                <tr
                  key={rowKey(row)}
                  className={classes.over}
                  data-row={piece.row}
                  aria-rowindex={piece.row + 2}
                >
                  <td colSpan={columns.length}>{over.draw(row)}</td>
                </tr>
              )
            return <Row key={rowKey(row)} row={row} place={piece.row} columns={columns} />
          })}
        </tbody>
      </table>
      <MoreLine shown={rows.length - headings} more={more} />
    </>
  )
}

type RowProps<T> = {
  readonly row: T
  readonly place: number
  readonly columns: readonly Column<T>[]
}

/** As one scrolls, only rows that come into sight are drawn. */
const Row = memo(function Row<T>({ row, place, columns }: RowProps<T>) {
  return (
    <tr data-row={place} aria-rowindex={place + 2}>
      {columns.map((column) => (
        <td key={column.name} data-name={column.quiet ? undefined : column.name}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}) as <T>(props: RowProps<T>) => ReactNode
