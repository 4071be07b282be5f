import { readHelp } from '@ochno/contract/support'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { AskForm } from './ask-form.tsx'
import { MyTickets } from './my-tickets.tsx'

/** R1-4.5: asking for help without being in an exam. */
export function HelpPage() {
  const { t } = useTranslation()
  const help = useLoad(readHelp, {})
  const unit = help.is === 'ready' ? help.value.unit : null
  return (
    <Page
      title={t('support.title')}
      lead={unit ? t('support.leadUnit', { unit }) : t('support.lead')}
      width="narrow"
    >
      <Rows gap="lg">
        <Card title={t('support.ask')}>
          <AskForm session={null} />
        </Card>
        <Card title={t('support.mine')}>
          <MyTickets />
        </Card>
      </Rows>
    </Page>
  )
}
