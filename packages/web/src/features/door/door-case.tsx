import { Button, Checkbox } from '@mantine/core'
import { type DoorCase, type DoorRow, decideAtDoor, readDoorCase, readDoorQueue } from '@ochno/contract/door'
import { IconCheck, IconRefresh, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf, useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { clock } from '../../ui/clock.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { moment } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { AskAgain, Refuse } from './decide-sheets.tsx'
import classes from './door.module.css'
import { Evidence, LiveFace } from './evidence.tsx'
import { OutsideAnswer } from './outside-answer.tsx'

const toDecide: readonly DoorCase['state'][] = ['waiting', 'to_review', 'place_shown']

/** The press that confirms everything ticked. */
const press: Readonly<Partial<Record<DoorCase['state'], 'door.proctor.admit' | 'door.proctor.placeSeen'>>> = {
  waiting: 'door.proctor.admit',
  place_shown: 'door.proctor.placeSeen',
}

/** One person: what was shown beside who is there now, what was compared, and the decision. */
export function DoorCasePanel({ row, nowMs }: { row: DoorRow; nowMs: number }) {
  const input = { params: { sid: row.session } }
  const load = useLoad(readDoorCase, input)
  const queries = useQueryClient()
  const behind = load.is === 'ready' && (load.value.state !== row.state || load.value.shown !== row.shown)
  // Asked for again only when something changed: every look is a row in the journal.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the input is the session of the row.
  useEffect(() => {
    if (behind) void queries.invalidateQueries({ queryKey: keyOf(readDoorCase, input) })
  }, [behind, row.session, row.state, row.shown, queries])
  return (
    <LoadView load={load} rows={8}>
      {(found) => <CaseView found={found} nowMs={nowMs} />}
    </LoadView>
  )
}

function CaseView({ found, nowMs }: { found: DoorCase; nowMs: number }) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const at = (iso: string) => moment(iso, zone, i18n.language)
  const document = found.evidence.find(({ step }) => step === 'document') ?? null
  const others = found.evidence.filter(({ step }) => step !== 'document')
  return (
    <Card
      title={found.examinee.name}
      lead={`${t('door.proctor.exam')}: ${found.exam.title}`}
      actions={
        found.state === 'waiting' && found.cameAt ? (
          <span className={classes.quiet}>
            {t('door.proctor.waits', { time: clock(Math.max(0, nowMs - Date.parse(found.cameAt))) })}
          </span>
        ) : null
      }
    >
      <Rows>
        <div className={classes.pair}>
          {document ? (
            <Evidence
              session={found.session}
              shown={document}
              title={found.document ? t(`door.documents.${found.document}`) : t('door.steps.document.name')}
              note={t('door.proctor.shot', { at: at(document.takenAt) })}
            />
          ) : (
            <p className={classes.quiet}>{t('door.proctor.noDocument')}</p>
          )}
          {found.state === 'to_review' ? (
            <ReviewHint session={found.session} />
          ) : found.state === 'place_shown' ? (
            <Notice tone="info" title={t('door.proctor.states.place_shown')}>
              {t('door.proctor.placeText')}
            </Notice>
          ) : (
            <LiveFace session={found.session} on={found.state === 'waiting'} />
          )}
        </div>
        <div className={classes.more}>
          {others.map((one) => (
            <Evidence
              key={one.id}
              session={found.session}
              shown={one}
              title={
                one.kind.startsWith('audio') ? t('door.proctor.sound') : t(`door.steps.${one.step}.name`)
              }
              note={t('door.proctor.shot', { at: at(one.takenAt) })}
            />
          ))}
          {found.reference?.evidence.map((one) => (
            <Evidence
              key={one.id}
              session={found.session}
              shown={one}
              title={t(`door.steps.${one.step}.name`)}
              note={t('door.proctor.reference', { at: at(found.reference?.takenAt ?? one.takenAt) })}
            />
          ))}
        </div>
        <OutsideAnswer session={found.session} />
        <p className={classes.account}>
          <span className={classes.quiet}>{t('door.proctor.account')}: </span>
          <strong>{found.examinee.name}</strong>
        </p>
        {toDecide.includes(found.state) ? (
          // What is shown anew is compared anew.
          <Decide key={found.evidence.map(({ id }) => id).join(' ')} found={found} />
        ) : null}
        {found.history.length ? (
          <section aria-label={t('door.proctor.history')}>
            <h3 className={classes.small}>{t('door.proctor.history')}</h3>
            <ul className={classes.history}>
              {found.history.map((one) => (
                <li key={`${one.at} ${one.is}`}>
                  <strong>{t(`door.proctor.decided.${one.is}`)}</strong>
                  <span className={classes.quiet}>
                    {at(one.at)}, {one.by}
                  </span>
                  {one.why ? <span>{t(`door.failures.${one.why}`)}</span> : null}
                  {one.reason ? <span className={classes.words}>{one.reason}</span> : null}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </Rows>
    </Card>
  )
}

/** Nobody is there any more: the face to compare with is in the recording. */
function ReviewHint({ session }: { session: DoorCase['session'] }) {
  const { t } = useTranslation()
  return (
    <Notice
      tone="info"
      title={t('door.proctor.states.to_review')}
      action={
        <Button component="a" href={`/recordings/${session}`} variant="default">
          {t('door.proctor.recording')}
        </Button>
      }
    >
      {t('door.proctor.reviewText')}
    </Notice>
  )
}

function Decide({ found }: { found: DoorCase }) {
  const { t } = useTranslation()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [sheet, setSheet] = useState<'again' | 'refuse' | null>(null)
  const deciding = useDo(decideAtDoor, [readDoorQueue, readDoorCase])
  const params = { sid: found.session }
  const open = found.checks.some((id) => !ticked.includes(id))
  return (
    <section aria-label={t('door.proctor.checks.title')}>
      <Rows>
        {deciding.failure ? <FailureNotice failure={deciding.failure} /> : null}
        <Checkbox.Group
          label={t('door.proctor.checks.title')}
          description={t('door.proctor.checks.text')}
          value={[...ticked]}
          onChange={setTicked}
        >
          <div className={classes.checks}>
            {found.checks.map((id) => (
              <Checkbox key={id} value={id} label={t(`door.proctor.checks.${id}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <Bar>
          <Button
            size="md"
            disabled={open}
            loading={deciding.busy && sheet === null}
            leftSection={<IconCheck size={20} aria-hidden />}
            onClick={() => void deciding.run({ params, body: { is: 'admitted', checks: [...found.checks] } })}
          >
            {t(press[found.state] ?? 'door.proctor.established')}
          </Button>
          {found.askable.length ? (
            <Button
              variant="default"
              size="md"
              leftSection={<IconRefresh size={20} aria-hidden />}
              onClick={() => setSheet('again')}
            >
              {t('door.proctor.again')}
            </Button>
          ) : null}
          {found.failures.length ? (
            <Button
              variant="default"
              size="md"
              leftSection={<IconX size={20} aria-hidden />}
              onClick={() => setSheet('refuse')}
            >
              {t('door.proctor.refuse')}
            </Button>
          ) : null}
        </Bar>
        {open ? (
          <p className={classes.quiet} role="status">
            {t('door.proctor.admitFirst')}
          </p>
        ) : null}
      </Rows>
      {sheet === 'again' ? (
        <AskAgain
          askable={found.askable}
          busy={deciding.busy}
          failure={deciding.failure}
          onClose={() => setSheet(null)}
          onSend={(steps, reason) =>
            void deciding.run({ params, body: { is: 'again', steps: [...steps], reason } })
          }
        />
      ) : null}
      {sheet === 'refuse' ? (
        <Refuse
          failures={found.failures}
          busy={deciding.busy}
          failure={deciding.failure}
          onClose={() => setSheet(null)}
          onSend={(why, reason) => void deciding.run({ params, body: { is: 'refused', why, reason } })}
        />
      ) : null}
    </section>
  )
}
