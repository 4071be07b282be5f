import type { KeptLine } from '@ochno/contract/retention'

export function Whose({ row }: { row: KeptLine }) {
  return (
    <>
      <strong>{row.examinee}</strong>
      <br />
      {row.exam}
    </>
  )
}
