import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useHelp } from '../../api/help-slot.ts'
import { Sheet } from '../../ui/sheet.tsx'

/** R0-3.4: technical support, without leaving the room. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const Help = useHelp()
  return (
    <Sheet title={t('rooms.room.help')} onClose={onClose} size="lg" outside={false}>
      {Help ? (
        <Suspense fallback={null}>
          <Help session={null} />
        </Suspense>
      ) : null}
    </Sheet>
  )
}
