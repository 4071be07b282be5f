import { useTranslation } from 'react-i18next'
import type { HelpProps } from '../../api/help-slot.ts'
import { Rows } from '../../ui/page.tsx'
import { AskForm } from './ask-form.tsx'
import { MyTickets } from './my-tickets.tsx'

/** R0-2.3: asking for help without leaving the exam; the answers come here. */
export function HelpBox({ session }: HelpProps) {
  const { t } = useTranslation()
  return (
    <Rows>
      <h3>{t('support.ask')}</h3>
      <AskForm session={session} />
      <MyTickets onlyOpen />
    </Rows>
  )
}
