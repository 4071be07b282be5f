import { readProctoringSoftware } from '@ochno/contract/service-catalogue'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Notice } from '../../ui/notice.tsx'

/** 004 1.3: told before an exam is made, and no obstacle to it. */
export function SoftwareNotice() {
  const { t } = useTranslation()
  const software = useLoad(readProctoringSoftware, {})
  if (software.is !== 'ready' || !software.value.demanded) return null
  const { unknown, missing } = software.value
  if (!unknown && missing.length === 0) return null
  return (
    <Notice
      tone="warn"
      title={
        unknown
          ? t('services.software.unknown')
          : t('services.software.missing', { names: missing.join(', ') })
      }
    >
      {t('services.software.text')}
    </Notice>
  )
}
