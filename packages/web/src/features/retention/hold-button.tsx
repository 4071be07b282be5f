import { Button } from '@mantine/core'
import type { KeptLine } from '@ochno/contract/retention'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HoldSheet } from './hold-sheet.tsx'

export function HoldButton({ row }: { row: KeptLine }) {
  const { t } = useTranslation()
  const [holding, setHolding] = useState(false)
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        aria-label={t('retention.kept.holdOf', { name: row.examinee, exam: row.exam })}
        onClick={() => setHolding(true)}
      >
        {t('retention.kept.hold')}
      </Button>
      {holding ? <HoldSheet row={row} onClose={() => setHolding(false)} /> : null}
    </>
  )
}
