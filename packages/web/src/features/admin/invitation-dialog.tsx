import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyLine } from '../../ui/copy-line.tsx'
import { moment } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { Rows } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'

export type Issued = {
  readonly person: { readonly fullName: string }
  readonly token: string
  readonly endsAt: string
}

/** The one-time link, shown once. The token lies behind `#`, so no server log will keep it. */
export function InvitationDialog({
  issued,
  zone,
  onClose,
}: {
  issued: Issued
  zone: string
  onClose: () => void
}) {
  const { t, i18n } = useTranslation()
  return (
    <Sheet title={t('admin.invite.title')} onClose={onClose} size="lg" outside={false}>
      <Rows>
        <div>
          {t('admin.invite.text', {
            name: issued.person.fullName,
            until: moment(issued.endsAt, zone, i18n.language),
          })}
        </div>
        <CopyLine label={t('admin.invite.label')} value={`${location.origin}/invite#${issued.token}`} />
        <Notice tone="info" title={t('admin.invite.once')} />
        <div>
          <Button onClick={onClose}>{t('admin.invite.done')}</Button>
        </div>
      </Rows>
    </Sheet>
  )
}
