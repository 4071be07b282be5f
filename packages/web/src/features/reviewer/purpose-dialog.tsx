import { Button, TextInput } from '@mantine/core'
import type { Purpose } from '@ochno/contract/watch'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { PurposeChoice } from './purpose-choice.tsx'

/** Stands where the recording will be: there is nothing behind it to look at. */
export function PurposeDialog({
  given = null,
  busy,
  failure,
  onOpen,
  onBack,
}: {
  /** What is known from where one came; it may be changed. */
  given?: { readonly purpose: Purpose; readonly ground: string } | null
  busy: boolean
  failure: ReactNode
  onOpen: (purpose: Purpose, ground: string) => void
  onBack: () => void
}) {
  const { t } = useTranslation()
  const [purpose, setPurpose] = useState<Purpose | null>(given?.purpose ?? null)
  const [ground, setGround] = useState(given?.ground ?? '')
  return (
    <Card title={t('reviewer.purpose.title')} lead={t('reviewer.purpose.text')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (purpose) onOpen(purpose, ground)
        }}
      >
        <Rows gap="lg">
          {failure}
          <PurposeChoice purpose={purpose} onChange={setPurpose} />
          <TextInput
            label={t('reviewer.purpose.ground')}
            maxLength={300}
            value={ground}
            onChange={(event) => setGround(event.currentTarget.value)}
          />
          <Bar>
            <Button type="submit" disabled={!purpose} loading={busy}>
              {t('reviewer.purpose.open')}
            </Button>
            <Button variant="default" onClick={onBack}>
              {t('reviewer.purpose.back')}
            </Button>
          </Bar>
        </Rows>
      </form>
    </Card>
  )
}
