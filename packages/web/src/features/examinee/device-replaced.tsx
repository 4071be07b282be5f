import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeviceKind } from '../../machine/chosen-devices.ts'
import { Notice } from '../../ui/notice.tsx'
import { Rows } from '../../ui/page.tsx'
import { kinds, type RecordedDevices } from './recorded-devices.ts'

/** The exam goes on with another camera or microphone than before: said in words, with both names. */
export function DeviceReplaced({
  devices,
  onAgain,
  onRead,
}: {
  devices: RecordedDevices
  onAgain: () => void
  onRead: (kind: DeviceKind) => void
}) {
  const { t } = useTranslation()
  const shown = kinds.filter((kind) => devices.before[kind])
  if (shown.length === 0) return null
  return (
    <Rows gap="sm">
      {shown.map((kind) => (
        <Notice
          key={kind}
          tone="warn"
          live="status"
          title={t(`exam.replaced.${kind}.title`, { name: devices.now[kind] ?? '' })}
          action={
            <>
              <Button onClick={onAgain}>{t(`exam.replaced.${kind}.again`)}</Button>
              <Button variant="default" onClick={() => onRead(kind)}>
                {t('exam.proctor.understood')}
              </Button>
            </>
          }
        >
          {t(`exam.replaced.${kind}.text`, { name: devices.before[kind] ?? '' })}
        </Notice>
      ))}
    </Rows>
  )
}
