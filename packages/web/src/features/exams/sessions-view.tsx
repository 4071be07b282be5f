import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import type { AccountView } from '@ochno/contract/accounts'
import type { SeatView } from '@ochno/contract/sessions'
import type { AccountId } from '@ochno/domain/ids'
import { IconLink, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LongTable } from '../../ui/long-table.tsx'
import type { More } from '../../ui/more-line.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { Intent } from './amend-form.ts'
import { PersonMenu, SlotMenu } from './amend-menus.tsx'
import { CodeDialog } from './code-dialog.tsx'
import classes from './exams.module.css'
import { itemKey, type PeopleItem } from './people-items.ts'
import { useSlotWords } from './slot-words.ts'

const tones = {
  admitted: 'idle',
  authorized: 'info',
  in_progress: 'info',
  submitted: 'ok',
  deauthorized: 'ok',
  expired_not_started: 'warn',
  cancelled: 'idle',
} as const satisfies Record<SeatView['state'], Tone>

export type SessionsViewProps = {
  readonly items: readonly PeopleItem[]
  readonly more: More
  /** How many a slot holds; null: as many as come. */
  readonly atOnce: number | null
  readonly zone: string
  /** Whom one may assign; null for those who only look. */
  readonly proctors: readonly AccountView[] | null
  readonly onAssign: (seat: SeatView, proctor: AccountId) => void
  readonly onRemove: (seat: SeatView, proctor: AccountId) => void
  /** Null for those who only look. */
  readonly onAdmission: ((seat: SeatView) => void) | null
  /** Null: nobody is moved from here. */
  readonly onIntent: ((intent: Intent) => void) | null
}

export function SessionsView(props: SessionsViewProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState('')
  const [coding, setCoding] = useState<SeatView | null>(null)
  const { onIntent, zone } = props
  const copy = async (session: SeatView) => {
    const written = navigator.clipboard.writeText(`${location.origin}/exam/${session.id}`)
    setCopied(
      await written.then(
        () => t('exams.one.linkCopied', { name: session.examinee.name }),
        () => t('common.copyFailed'),
      ),
    )
  }
  return (
    <>
      <LongTable
        more={props.more}
        label={t('exams.one.people')}
        rows={props.items}
        rowKey={itemKey}
        over={{
          is: isSlotHead,
          draw: (item) => (isSlotHead(item) ? <SlotHead item={item} {...props} /> : null),
        }}
        columns={[
          { name: t('exams.one.name'), cell: person((seat) => <strong>{seat.examinee.name}</strong>) },
          { name: t('exams.one.state'), cell: person((seat) => <State session={seat} {...props} />) },
          { name: t('exams.one.proctors'), cell: person((seat) => <Proctors session={seat} {...props} />) },
          {
            name: t('exams.one.link'),
            quiet: true,
            cell: person((session) => (
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
                    slot={session.slot}
                    onIntent={onIntent}
                    onCode={() => setCoding(session)}
                  />
                ) : null}
              </div>
            )),
          },
        ]}
      />
      <p role="status" className={classes.said}>
        {copied}
      </p>
      {coding ? <CodeDialog session={coding} zone={zone} onClose={() => setCoding(null)} /> : null}
    </>
  )
}

const isSlotHead = (item: PeopleItem): item is Exclude<PeopleItem, { is: 'person' }> => item.is !== 'person'

const person = (cell: (seat: SeatView) => React.ReactNode) => (item: PeopleItem) =>
  item.is === 'person' ? cell(item.seat) : null

function SlotHead({
  item,
  atOnce,
  zone,
  onIntent,
}: { item: Exclude<PeopleItem, { is: 'person' }> } & SessionsViewProps) {
  const { t } = useTranslation()
  const words = useSlotWords(zone)
  if (item.is === 'unslotted')
    return (
      <div className={classes.slotHead}>
        <h3>{t('examCard.schedule.unslotted')}</h3>
      </div>
    )
  const { slot } = item
  return (
    <div className={classes.slotHead}>
      <h3>{words(slot)}</h3>
      <span>
        {atOnce === null
          ? t('examCard.schedule.people', { count: slot.people })
          : t('examCard.schedule.peopleOf', { count: slot.people, of: atOnce })}
      </span>
      {onIntent ? <SlotMenu slot={slot} zone={zone} onIntent={onIntent} /> : null}
    </div>
  )
}

function State({ session, onAdmission }: { session: SeatView } & Pick<SessionsViewProps, 'onAdmission'>) {
  const { t } = useTranslation()
  const stated = onAdmission ? session.admission : null
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
      {session.state === 'admitted' && onAdmission ? (
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
}: { session: SeatView } & Pick<SessionsViewProps, 'proctors' | 'onAssign' | 'onRemove'>) {
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
