import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import type { AdmissionView } from '@ochno/contract/exam-admission'
import type { AccountView } from '@ochno/contract/accounts'
import type { SessionView } from '@ochno/contract/sessions'
import type { AccountId, SlotId } from '@ochno/domain/ids'
import { IconLink, IconUsers, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import { whole } from '../../ui/more-line.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { Intent } from './amend-form.ts'
import { PersonMenu } from './amend-menus.tsx'
import { CodeDialog } from './code-dialog.tsx'
import classes from './exams.module.css'

const tones = {
  admitted: 'idle',
  authorized: 'info',
  in_progress: 'info',
  submitted: 'ok',
  deauthorized: 'ok',
  expired_not_started: 'warn',
  cancelled: 'idle',
} as const satisfies Record<SessionView['state'], Tone>

export type SessionsViewProps = {
  readonly rows: readonly SessionView[]
  /** Whom one may assign; null for those who only look. */
  readonly proctors: readonly AccountView[] | null
  readonly onAssign: (session: SessionView, proctor: AccountId) => void
  readonly onRemove: (session: SessionView, proctor: AccountId) => void
  /** Conditions that were stated, by session; null for those who only look. */
  readonly admissions?: ReadonlyMap<string, AdmissionView> | null
  readonly onAdmission?: (session: SessionView) => void
  /** Null or absent: nobody is moved from here. */
  readonly onIntent?: ((intent: Intent) => void) | null
  readonly slot?: SlotId | null
}

export function SessionsView(props: SessionsViewProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState('')
  const [coding, setCoding] = useState<SessionView | null>(null)
  const me = useMe()
  const { onIntent } = props
  const copy = async (session: SessionView) => {
    const written = navigator.clipboard.writeText(`${location.origin}/exam/${session.id}`)
    setCopied(
      await written.then(
        () => t('exams.one.linkCopied', { name: session.examinee.name }),
        () => t('common.copyFailed'),
      ),
    )
  }
  if (!props.rows.length)
    return (
      <Empty icon={IconUsers} title={t('exams.one.empty')}>
        {t('exams.one.emptyText')}
      </Empty>
    )
  return (
    <>
      <LongTable
        more={whole(props.rows.length)}
        label={t('exams.one.people')}
        rows={props.rows}
        rowKey={(session) => session.id}
        columns={[
          { name: t('exams.one.name'), cell: (session) => <strong>{session.examinee.name}</strong> },
          { name: t('exams.one.state'), cell: (session) => <State session={session} {...props} /> },
          { name: t('exams.one.proctors'), cell: (session) => <Proctors session={session} {...props} /> },
          {
            name: t('exams.one.link'),
            quiet: true,
            cell: (session) => (
              <div className={classes.rowActs}>
                <Button
                  variant="default"
                  size="xs"
                  leftSection={<IconLink size={16} aria-hidden />}
                  aria-label={t('exams.one.copyFor', { name: session.examinee.name })}
                  onClick={() => void copy(session)}
                >
                  {t('exams.one.copyLink')}
                </Button>
                {onIntent ? (
                  <PersonMenu
                    session={session}
                    slot={props.slot ?? null}
                    onIntent={onIntent}
                    onCode={() => setCoding(session)}
                  />
                ) : null}
              </div>
            ),
          },
        ]}
      />
      <p role="status" className={classes.said}>
        {copied}
      </p>
      {coding ? (
        <CodeDialog
          session={coding}
          zone={me.is === 'ready' ? me.value.institution.zone : 'UTC'}
          onClose={() => setCoding(null)}
        />
      ) : null}
    </>
  )
}

function State({
  session,
  admissions = null,
  onAdmission,
}: { session: SessionView } & Pick<SessionsViewProps, 'admissions' | 'onAdmission'>) {
  const { t } = useTranslation()
  const stated = admissions?.get(session.id)
  const awaited = session.state === 'admitted'
  const heldBack = awaited && stated?.flag === 'not_admitted'
  const undecided = awaited && stated?.flag === 'needs_decision'
  return (
    <>
      {heldBack ? (
        <StateMark tone="bad" word={t('examCard.admission.not')} />
      ) : undecided ? (
        <StateMark tone="warn" word={t('lateOriginal.flag')} />
      ) : (
        <StateMark tone={tones[session.state]} word={t(`exams.one.states.${session.state}`)} />
      )}
      {heldBack ? (
        <div className={classes.reason}>
          {stated.conditions
            .filter(({ met }) => met !== true)
            .map(({ code, met }) =>
              t(met === null ? 'examCard.admission.unknown' : 'examCard.admission.unmet', { code }),
            )
            .join('; ')}
        </div>
      ) : null}
      {awaited && stated?.late ? (
        <div className={classes.reason}>
          <Link to={`/exams/${session.exam.id}/consents`}>
            {t(
              `lateOriginal.link.${stated.late.decision ? (stated.late.decision.admit ? 'yes' : 'no') : 'open'}`,
            )}
          </Link>
        </div>
      ) : null}
      {session.state === 'admitted' && admissions && onAdmission ? (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('examCard.admission.openFor', { name: session.examinee.name })}
            onClick={() => onAdmission(session)}
          >
            {t('examCard.admission.open')}
          </Button>
        </div>
      ) : null}
      {session.endReason ? (
        <div className={classes.reason}>{t('exams.one.stopped', { reason: session.endReason })}</div>
      ) : null}
    </>
  )
}

function Proctors({
  session,
  proctors,
  onAssign,
  onRemove,
}: { session: SessionView } & Omit<SessionsViewProps, 'rows'>) {
  const { t } = useTranslation()
  const assigned = new Set<string>(session.proctors.map((one) => one.id))
  const free = (proctors ?? []).filter((one) => !assigned.has(one.id) && one.state !== 'disabled')
  return (
    <div className={classes.proctors}>
      {session.proctors.map((one) => (
        <span key={one.id} className={classes.proctor}>
          {one.name}
          {proctors ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('exams.one.remove', { proctor: one.name })}
              onClick={() => onRemove(session, one.id)}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          ) : null}
        </span>
      ))}
      {session.proctors.length ? null : <StateMark tone="warn" word={t('exams.one.noProctor')} quiet />}
      {free.length ? (
        <NativeSelect
          size="xs"
          aria-label={t('exams.one.assign', { name: session.examinee.name })}
          value=""
          onChange={(event) => {
            const chosen = free.find((one) => one.id === event.currentTarget.value)
            if (chosen) onAssign(session, chosen.id)
          }}
          data={[
            { value: '', label: t('exams.one.choose') },
            ...free.map((one) => ({ value: one.id, label: one.fullName })),
          ]}
        />
      ) : null}
    </div>
  )
}
