import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { type StandingView, sayToExaminee } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { clock } from '../../ui/clock.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import { TakeBack } from './hand-over-form.tsx'
import { changedBySaying } from './use-talk.ts'

type Shown = {
  readonly session: string
  readonly standing: StandingView
  readonly nowMs: number
  readonly wordingOf: (code: string) => string
}

/** What waits for the proctor with this person, each with what ends it. */
export function OpenNow(props: Shown) {
  const { standing } = props
  return (
    <Rows gap="sm">
      {standing.pause ? <PauseNow key={`p${standing.pause.seq}`} {...props} pause={standing.pause} /> : null}
      {standing.absence ? (
        <AwayNow key={`a${standing.absence.seq}`} {...props} absence={standing.absence} />
      ) : null}
      {standing.scan && (standing.scan.stands === 'waiting' || standing.scan.stands === 'not_done') ? (
        <ScanNow key={`s${standing.scan.seq}`} {...props} scan={standing.scan} />
      ) : null}
      {standing.proposals.map((proposal) => (
        <Proposed key={`m${proposal.of}${proposal.code}`} {...props} proposal={proposal} />
      ))}
      {standing.offer ? <TakeBack session={props.session} offer={standing.offer} /> : null}
    </Rows>
  )
}

const useSay = (session: string) => {
  const say = useDo(sayToExaminee, changedBySaying)
  const run = (body: Parameters<typeof say.run>[0]['body']) =>
    void say.run({ params: { sid: session as SessionId }, body })
  return { run, busy: say.busy, failure: say.failure }
}

function Reason({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t('proctor.talk.reason')}
      maxLength={1_000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** TR-39: a refusal is a person's finding, with a reason; the clock running out is none. */
function ScanNow({ session, nowMs, scan }: Shown & { scan: NonNullable<StandingView['scan']> }) {
  const { t } = useTranslation()
  const { run, busy, failure } = useSay(session)
  const [reason, setReason] = useState('')
  const left = Date.parse(scan.answerUntil) - nowMs
  const end = (is: 'done' | 'refused' | 'technical') => run({ kind: 'scan_end', of: scan.seq, is, reason })
  return (
    <Notice
      tone={left > 0 ? 'info' : 'warn'}
      title={t(left > 0 ? 'wall.open.scan' : 'wall.open.scanNotDone', { time: clock(left) })}
      action={
        <Bar>
          <Button size="compact-sm" color="accent.7" disabled={busy} onClick={() => end('done')}>
            {t('wall.open.scanDone')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={busy} onClick={() => end('technical')}>
            {t('wall.open.scanTechnical')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy || !reason.trim()}
            onClick={() => end('refused')}
          >
            {t('wall.open.scanRefused')}
          </Button>
        </Bar>
      }
    >
      {failure ? <FailureNotice failure={failure} /> : null}
      <p>{t('wall.open.scanText')}</p>
      <Reason value={reason} onChange={setReason} />
    </Notice>
  )
}

/** R1-6.7b: «как правило, до 5 минут»: the proctor may give more, with a reason. */
function AwayNow({ session, nowMs, absence }: Shown & { absence: NonNullable<StandingView['absence']> }) {
  const { t } = useTranslation()
  const { run, busy, failure } = useSay(session)
  const [reason, setReason] = useState('')
  const [minutes, setMinutes] = useState<number>(5)
  const left = absence.mayUntil === null ? null : Date.parse(absence.mayUntil) - nowMs
  return (
    <Notice
      tone={absence.over ? 'bad' : 'info'}
      title={t('wall.open.away', { time: clock(nowMs - Date.parse(absence.from)) })}
      action={
        <Bar>
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy || !reason.trim() || minutes < 1}
            onClick={() => run({ kind: 'more_absence', of: absence.seq, minutes, reason })}
          >
            {t('wall.open.more')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            onClick={() => run({ kind: 'back', of: absence.seq })}
          >
            {t('wall.open.back')}
          </Button>
        </Bar>
      }
    >
      {failure ? <FailureNotice failure={failure} /> : null}
      <p>
        {left === null
          ? t('wall.open.awayFree')
          : left > 0
            ? t('wall.open.awayLeft', { time: clock(left) })
            : t('wall.open.awayOver')}
      </p>
      <NumberInput
        label={t('wall.open.minutes')}
        min={1}
        max={120}
        allowDecimal={false}
        value={minutes}
        onChange={(value) => setMinutes(Number(value) || 0)}
      />
      <Reason value={reason} onChange={setReason} />
    </Notice>
  )
}

const faults = ['unknown', 'network', 'institution', 'provider', 'examinee'] as const

/** SM-17: how long it lasts, whose fault a person finds it to be, and the time that comes back. */
function PauseNow({ session, nowMs, pause }: Shown & { pause: NonNullable<StandingView['pause']> }) {
  const { t } = useTranslation()
  const { run, busy, failure } = useSay(session)
  const [fault, setFault] = useState<string>(pause.fault)
  const [reason, setReason] = useState('')
  return (
    <Notice
      tone="info"
      title={t(`wall.open.${pause.cause}`, { time: clock(nowMs - Date.parse(pause.from)) })}
      action={
        <Button
          size="compact-sm"
          color="accent.7"
          disabled={busy}
          onClick={() => run({ kind: 'resume', of: pause.seq })}
        >
          {t('wall.open.resume')}
        </Button>
      }
    >
      {failure ? <FailureNotice failure={failure} /> : null}
      <p>{pause.reason}</p>
      <p>{t(pause.fault === 'examinee' ? 'wall.open.notGiven' : 'wall.open.given')}</p>
      {pause.mayPostpone ? <p>{t('wall.open.mayPostpone')}</p> : null}
      {pause.cause === 'failure' ? (
        <>
          <Select
            label={t('wall.open.fault')}
            allowDeselect={false}
            data={faults.map((value) => ({ value, label: t(`wall.fault.${value}`) }))}
            value={fault}
            onChange={(value) => value && setFault(value)}
          />
          {fault === pause.fault ? null : (
            <>
              <Reason value={reason} onChange={setReason} />
              <Button
                size="compact-sm"
                variant="default"
                disabled={busy || !reason.trim()}
                onClick={() =>
                  run({ kind: 'fault', of: pause.seq, fault: fault as (typeof faults)[number], reason })
                }
              >
                {t('wall.open.saveFault')}
              </Button>
            </>
          )}
        </>
      ) : null}
    </Notice>
  )
}

/** A mark that something suggests: set or dismissed by the proctor alone. */
function Proposed({ session, proposal, wordingOf }: Shown & { proposal: StandingView['proposals'][number] }) {
  const { t } = useTranslation()
  const { run, busy, failure } = useSay(session)
  const [reason, setReason] = useState('')
  const { of, code, from, to } = proposal
  return (
    <Notice
      tone="warn"
      title={t('wall.open.proposed')}
      action={
        <Bar>
          <Button
            size="compact-sm"
            color="accent.7"
            disabled={busy}
            onClick={() => run({ kind: 'mark', code, from, to, note: reason, because: of })}
          >
            {t('wall.open.setMark')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy || !reason.trim()}
            onClick={() => run({ kind: 'dismissed', of, reason })}
          >
            {t('wall.open.noMark')}
          </Button>
        </Bar>
      }
    >
      {failure ? <FailureNotice failure={failure} /> : null}
      <p>{wordingOf(code)}</p>
      <Reason value={reason} onChange={setReason} />
    </Notice>
  )
}
