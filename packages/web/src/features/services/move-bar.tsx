import { Button, TextInput } from '@mantine/core'
import { readCatalogue } from '@ochno/contract/service-catalogue'
import { moveService, readServiceRegister, removeService, type ServiceView } from '@ochno/contract/services'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Bar } from '../../ui/page.tsx'

const plain = ['check', 'conclude', 'activate', 'resume'] as const

/** What may be done with a service now; what it still lacks is said by the refusal. */
export function MoveBar({ one }: { one: ServiceView }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const moving = useDo(moveService, [readServiceRegister, readCatalogue])
  const removing = useDo(removeService, [readServiceRegister])
  const [asking, setAsking] = useState<'suspend' | 'retire' | null>(null)
  const [reason, setReason] = useState('')
  const { commands, card, id } = one
  const run = async (command: (typeof plain)[number] | 'suspend' | 'retire') => {
    const answer = await moving.run({ params: { srv: id }, body: { command, reason } })
    if (answer.ok) setAsking(null)
  }
  const remove = async () => {
    if ((await removing.run({ params: { srv: id } })).ok) await navigate({ to: '/services/register' })
  }
  const failure = moving.failure ?? removing.failure
  return (
    <>
      {failure && asking === null ? <FailureNotice failure={failure} /> : null}
      <Bar>
        {plain
          .filter((command) => commands.includes(command))
          .map((command) => (
            <Button key={command} loading={moving.busy} onClick={() => void run(command)}>
              {t(`services.move.${command}`)}
            </Button>
          ))}
        {commands.includes('suspend') ? (
          <Button variant="default" onClick={() => setAsking('suspend')}>
            {t('services.move.suspend')}
          </Button>
        ) : null}
        {commands.includes('retire') ? (
          <Button variant="default" onClick={() => setAsking('retire')}>
            {t('services.move.retire')}
          </Button>
        ) : null}
        {one.state === 'proposed' ? (
          <Button variant="default" loading={removing.busy} onClick={() => void remove()}>
            {t('services.move.remove')}
          </Button>
        ) : null}
      </Bar>
      {asking ? (
        <FormSheet
          title={t(asking === 'suspend' ? 'services.move.suspendTitle' : 'services.move.sure', {
            name: card.name,
          })}
          size="md"
          failure={moving.failure}
          submit={t(`services.move.${asking}`)}
          busy={moving.busy}
          disabled={!reason.trim()}
          onSubmit={() => void run(asking)}
          onClose={() => setAsking(null)}
        >
          {asking === 'retire' ? <p>{t('services.move.sureText')}</p> : null}
          <TextInput
            label={t('services.move.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
            required
            withAsterisk={false}
          />
        </FormSheet>
      ) : null}
    </>
  )
}
