import { Button } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHelp } from '../../api/help-slot.ts'
import { Sheet } from '../../ui/sheet.tsx'

/** Whoever is stuck at a step asks from where they are; the page and the camera stay as they were. */
export function DoorHelp({ session }: { session: string }) {
  const { t } = useTranslation()
  const Help = useHelp()
  const [opened, setOpened] = useState(false)
  if (!Help) return null
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconHelp size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('exam.run.help')}
      </Button>
      {opened ? (
        <Sheet title={t('exam.helpBox.title')} size="lg" outside={false} onClose={() => setOpened(false)}>
          <Suspense fallback={null}>
            <Help session={session} />
          </Suspense>
        </Sheet>
      ) : null}
    </>
  )
}
