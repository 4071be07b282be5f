import type { ReactNode } from 'react'
import classes from './table.module.css'

export type Column<T> = {
  readonly name: string
  readonly cell: (row: T) => ReactNode
  /** The name is for a screen reader only. */
  readonly quiet?: boolean
}

/** A table that becomes a list of cards on a phone; each cell then carries its column's name. */
export function Table<T>({
  label,
  columns,
  rows,
  rowKey,
}: {
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
}) {
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.name} scope="col">
              <span className={column.quiet ? classes.quiet : undefined}>{column.name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.name} data-name={column.quiet ? undefined : column.name}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
