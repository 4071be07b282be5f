import { Button } from '@mantine/core'
import { listDecisions } from '@ochno/contract/decisions'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Card } from '../../ui/page.tsx'
import { isOpen } from './standing.ts'

/** On the home page only while a result waits for a decision. */
export function DecisionsCard() {
  const { t } = useTranslation()
  const list = useLoad(listDecisions, {}, { everyMs: 60_000 })
  if (list.is !== 'ready') return null
  const count = list.value.rows.filter(({ state }) => isOpen(state)).length
  if (count === 0) return null
  return (
    <Card title={t('decisions.home.title')} lead={t('decisions.home.text', { count })}>
      <Button component={Link} to="/decisions">
        {t('decisions.home.open')}
      </Button>
    </Card>
  )
}
