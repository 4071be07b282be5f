import { Button } from '@mantine/core'
import { listProtocols } from '@ochno/contract/protocols'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Card } from '../../ui/page.tsx'
import { waitsForMe } from './standing.ts'

/** On the home page only while a protocol waits for this proctor. */
export function ProtocolsCard() {
  const { t } = useTranslation()
  const list = useLoad(listProtocols, {}, { everyMs: 60_000 })
  if (list.is !== 'ready') return null
  const count = list.value.rows.filter(waitsForMe).length
  if (count === 0) return null
  return (
    <Card title={t('protocols.home.title')} lead={t('protocols.home.text', { count })}>
      <Button component={Link} to="/protocols">
        {t('protocols.home.open')}
      </Button>
    </Card>
  )
}
