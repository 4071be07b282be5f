import type { Gone } from '@ochno/capture'
import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/notice.tsx'

/** The chosen one is not connected: another was opened, and that is said. */
export function DeviceGone({ kind, name }: { kind: Gone; name: string }) {
  const { t } = useTranslation()
  return <Notice tone="warn" live="status" title={t(`equipment.${kind}.gone`, { name })} />
}
