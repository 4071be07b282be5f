import { type ConsentItem, listMyConsents, withdrawConsent } from '@ochno/contract/consents'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Rows } from '../../ui/page.tsx'
import classes from './consents.module.css'

/** What follows is read before it is done. */
export function WithdrawDialog({ item, onClose }: { item: ConsentItem; onClose: () => void }) {
  const { t } = useTranslation()
  const withdrawing = useDo(withdrawConsent, [listMyConsents])
  const confirm = async () => {
    if (!item.id) return
    const answer = await withdrawing.run({ params: { cid: item.id }, body: { warned: item.warning } })
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      opened
      title={t('consents.withdraw.title')}
      confirm={t('consents.withdraw.confirm')}
      onConfirm={() => void confirm()}
      onClose={onClose}
      busy={withdrawing.busy}
    >
      <Rows gap="sm">
        <p className={classes.strong}>{item.text.title}</p>
        <p className={classes.quiet}>{t('consents.withdraw.what')}</p>
        <p className={classes.status}>{item.warning}</p>
        {item.onPaper ? <p className={classes.status}>{t('consents.withdraw.paper')}</p> : null}
        {withdrawing.failure ? <FailureNotice failure={withdrawing.failure} /> : null}
      </Rows>
    </Dialog>
  )
}
