import { Button, Radio, TextInput } from '@mantine/core'
import type { StandingView } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { IconPhone } from '@tabler/icons-react'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import { ProctorCallContext } from './use-proctor-call.ts'

const ready = ['asked', 'check', 'help', 'clarify'] as const
type Reason = (typeof ready)[number] | 'own'

type Shown = { readonly session: string; readonly name: string; readonly standing: StandingView }

/** TR-47: a call interrupts, so it has its reason; the ready ones are one click. */
export function CallForm({ session, name, standing }: Shown) {
  const { t } = useTranslation()
  const call = useContext(ProctorCallContext)
  const wanted = standing.wantsCall !== null
  const [chosen, setChosen] = useState<Reason>(wanted ? 'asked' : 'check')
  const [own, setOwn] = useState('')
  if (!call) return null
  const reasons = ready.filter((one) => one !== 'asked' || wanted)
  const reason = chosen === 'own' ? own : t(`calls.reason.${chosen}`)
  if (call.of && call.of.session !== session && !call.facts?.endedAt)
    return <p>{t('calls.otherFirst', { name: call.of.name })}</p>
  if (standing.calls.some(({ endedAt }) => endedAt === null)) return <p>{t('calls.going')}</p>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void call.ring(session as SessionId, name, reason)
      }}
    >
      <Rows gap="sm">
        {call.failure === 'no_microphone' ? (
          <Notice tone="warn" live="alert" title={t('calls.noMicrophone')}>
            {t('calls.noMicrophoneText')}
          </Notice>
        ) : call.failure && typeof call.failure === 'object' ? (
          <FailureNotice failure={call.failure} />
        ) : null}
        <p>{t('calls.about')}</p>
        <Radio.Group
          label={t('proctor.talk.reason')}
          value={chosen}
          onChange={(value) => setChosen(value as Reason)}
        >
          <Rows gap="sm">
            {[...reasons, 'own' as const].map((value) => (
              <Radio key={value} size="sm" value={value} label={t(`calls.reason.${value}`)} />
            ))}
          </Rows>
        </Radio.Group>
        {chosen === 'own' ? (
          <TextInput
            label={t('calls.ownReason')}
            description={t('proctor.talk.reasonHint')}
            maxLength={1_000}
            value={own}
            onChange={(event) => setOwn(event.currentTarget.value)}
          />
        ) : null}
        <Button
          type="submit"
          color="accent.7"
          loading={call.busy}
          disabled={!reason.trim()}
          leftSection={<IconPhone size={18} aria-hidden />}
        >
          {t('calls.ring')}
        </Button>
      </Rows>
    </form>
  )
}

/** A call that goes on without this page, and a wish to be called. */
export function CallNow({
  session,
  name,
  standing,
  onCall,
}: Shown & { /** Null while the form for it is open. */ onCall: (() => void) | null }) {
  const { t } = useTranslation()
  const call = useContext(ProctorCallContext)
  const open = standing.calls.find(({ endedAt }) => endedAt === null)
  if (open && call && call.of?.seq !== open.seq)
    return (
      <Notice
        tone="info"
        title={t('calls.open.goesOn')}
        action={
          <Bar>
            <Button
              size="compact-sm"
              color="accent.7"
              loading={call.busy}
              onClick={() => void call.join(session as SessionId, name, open.seq)}
            >
              {t('calls.open.join')}
            </Button>
          </Bar>
        }
      >
        {open.reason}
      </Notice>
    )
  if (!standing.wantsCall || !onCall) return null
  return (
    <Notice
      tone="info"
      title={t('calls.open.wanted')}
      action={
        <Button size="compact-sm" color="accent.7" onClick={onCall}>
          {t('calls.ring')}
        </Button>
      }
    >
      {standing.wantsCall.text || t('calls.open.wantedText')}
    </Notice>
  )
}
