import { Button } from '@mantine/core'
import { listMyConsents } from '@ochno/contract/consents'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Card } from '../../ui/page.tsx'

/** On the home page only while something waits for this person's answer. */
export function ConsentsCard() {
  const { t } = useTranslation()
  const mine = useLoad(listMyConsents, {})
  if (mine.is !== 'ready') return null
  const count = mine.value.people
    .flatMap(({ items }) => items)
    .filter(({ mayAnswer, standing }) => mayAnswer && standing.is === 'awaited').length
  if (count === 0) return null
  return (
    <Card title={t('consents.home.title')} lead={t('consents.home.text', { count })}>
      <Button component={Link} to="/consents">
        {t('consents.home.open')}
      </Button>
    </Card>
  )
}
