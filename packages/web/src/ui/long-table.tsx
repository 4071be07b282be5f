import type { ReactNode } from 'react'
import { type More, MoreLine } from './more-line.tsx'
import type { Column } from './table.tsx'
import classes from './table.module.css'
import { useWindow } from './use-window.ts'

const USUAL_ROW = 56

/** The table of a list that comes by pages: only the rows around the window are drawn, and assistive technology is told of all. */
export function LongTable<T>({
  label,
  columns,
  rows,
  rowKey,
  more,
}: {
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  more: More
}) {
  const { box, pieces, onFocus } = useWindow<HTMLTableSectionElement>(rows.map(rowKey), USUAL_ROW)
  return (
    <>
      {/* Names stand in the first row. */}
      <table className={classes.table} aria-label={label} aria-rowcount={more.total + 1}>
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
            return (
              <tr key={rowKey(row)} data-row={piece.row} aria-rowindex={piece.row + 2}>
                {columns.map((column) => (
                  <td key={column.name} data-name={column.quiet ? undefined : column.name}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <MoreLine shown={rows.length} more={more} />
    </>
  )
}
