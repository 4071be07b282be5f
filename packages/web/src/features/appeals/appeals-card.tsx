import { Button } from '@mantine/core'
import { listAppeals } from '@ochno/contract/appeals'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Card } from '../../ui/page.tsx'

/** On the home page only while an appeal waits. */
export function AppealsCard() {
  const { t } = useTranslation()
  const list = useLoad(listAppeals, {}, { everyMs: 60_000 })
  if (list.is !== 'ready') return null
  const count = list.value.rows.filter(({ state }) => state !== 'closed').length
  if (count === 0) return null
  return (
    <Card title={t('appeals.title')} lead={t('appeals.home', { count })}>
      <Button component={Link} to="/appeals">
        {t('appeals.open')}
      </Button>
    </Card>
  )
}
