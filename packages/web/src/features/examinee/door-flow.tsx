import { Button } from '@mantine/core'
import type { Gone, Recorder } from '@ochno/capture'
import { acknowledgeStep, comeToDoor, type DoorView, showStep, tryDoorAgain } from '@ochno/contract/door'
import type { SessionView } from '@ochno/contract/sessions'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, call, type Failure } from '../../api/client.ts'
import { useMe } from '../../api/me.ts'
import { nameOf } from '../../machine/chosen-devices.ts'
import { DeviceGone } from '../../machine/device-gone.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { DoorHelp } from './door-help.tsx'
import { DoorHelpers } from './door-helpers.tsx'
import { DoorStepList } from './door-step-list.tsx'
import classes from './door-steps.module.css'
import { DoorWait } from './door-wait.tsx'
import { OutsideIdentity } from './outside-identity.tsx'
import { PictureStep } from './picture-step.tsx'
import { SoundStep } from './sound-step.tsx'
import { useLeastFace } from './use-least-face.ts'
import { useLevel } from './use-level.ts'
import { WordsStep } from './words-step.tsx'

export type DoorFlowProps = {
  readonly session: SessionView
  readonly door: DoorView
  readonly nowMs: number
  readonly recorder: Recorder | null
  readonly onDoor: (door: DoorView) => void
}

type Step = DoorView['steps'][number]

/** The way through the door: one step at a time, then the queue, then the word of the proctor. */
export function DoorFlow({ session, door, nowMs, recorder, onDoor }: DoorFlowProps) {
  const { t } = useTranslation()
  const me = useMe()
  const [chosen, setChosen] = useState<Step['id'] | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [cameraRefused, setCameraRefused] = useState(false)
  const [gone, setGone] = useState<readonly Gone[]>([])
  const [, again] = useState(0)
  const stream = recorder?.preview() ?? null
  const level = useLevel(stream)
  const sid = session.id
  const least = useLeastFace(sid)
  const undone = door.steps.filter((step) => !step.done && step.kind !== 'elsewhere')
  const current = door.steps.find((step) => step.id === chosen) ?? undone[0] ?? null

  const turnOn = async () => {
    if (!recorder) return
    const asked = await recorder.replaceCamera()
    setCameraRefused(!asked.ok)
    setGone(asked.ok ? (asked.gone ?? []) : [])
    again((n) => n + 1)
  }
  // The camera was allowed at the check; after a reload it is asked for here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each recorder.
  useEffect(() => {
    if (recorder && !recorder.preview()) void turnOn()
  }, [recorder])

  const done = async (asking: Promise<Answer<typeof showStep>>) => {
    setBusy(true)
    setFailure(null)
    const answer = await asking
    setBusy(false)
    if (!answer.ok) return setFailure(answer.failure)
    setChosen(null)
    onDoor(answer.body)
  }

  const title = session.exam.title
  if (door.state === 'waiting')
    return (
      <Page title={title} actions={<DoorHelp session={sid} />}>
        <DoorWait door={door} session={sid} stream={stream} nowMs={nowMs} onTurnOn={() => void turnOn()} />
      </Page>
    )
  return (
    <Page
      title={title}
      actions={<DoorHelp session={sid} />}
      {...(door.state === 'refused' ? {} : { lead: t('door.lead') })}
    >
      {failure ? <FailureNotice failure={failure} /> : null}
      {cameraRefused ? <Notice tone="bad" live="alert" title={t('door.camera.refused')} /> : null}
      {gone.map((kind) => (
        <DeviceGone key={kind} kind={kind} name={nameOf(stream, kind)} />
      ))}
      <Said door={door} busy={busy} onAgain={() => void done(call(tryDoorAgain, { params: { sid } }))} />
      {door.state === 'refused' ? null : <OutsideIdentity session={sid} />}
      {door.state === 'refused' ? null : (
        <div className={classes.way}>
          <DoorStepList door={door} current={current?.id ?? null} onChoose={setChosen} />
          {current ? (
            <Card
              key={current.id}
              takesFocus
              title={t(`door.steps.${current.id}.name`)}
              actions={
                <span className={classes.progress} role="status">
                  {t('door.progress', {
                    n: door.steps.findIndex(({ id }) => id === current.id) + 1,
                    of: door.steps.length,
                  })}
                </span>
              }
            >
              <Rows>
                <p>{t(`door.steps.${current.id}.text`)}</p>
                {current.kind === 'picture' ? (
                  <PictureStep
                    key={current.id}
                    step={current}
                    documents={door.documents}
                    stream={stream}
                    busy={busy}
                    least={least}
                    onTurnOn={() => void turnOn()}
                    onSend={(body, part, document) =>
                      void done(
                        call(showStep, {
                          params: { sid, step: current.id },
                          query: { part, ...(document ? { document } : {}) },
                          body,
                        }),
                      )
                    }
                  />
                ) : null}
                {current.kind === 'sound' ? (
                  <SoundStep
                    stream={stream}
                    level={level}
                    name={me.is === 'ready' ? me.value.fullName : session.examinee.name}
                    busy={busy}
                    onTurnOn={() => void turnOn()}
                    onSend={(body) =>
                      void done(call(showStep, { params: { sid, step: current.id }, query: {}, body }))
                    }
                  />
                ) : null}
                {current.kind === 'words' ? (
                  <WordsStep
                    step={current}
                    busy={busy}
                    onAccept={() =>
                      void done(
                        call(acknowledgeStep, {
                          params: { sid, step: current.id },
                          body: { acknowledged: true },
                        }),
                      )
                    }
                  />
                ) : null}
                {/* Below what is to be done: the words of an act may be a page long. */}
                {current.id === 'headphones' || current.id === 'behind'
                  ? current.words.map(({ clause, text }) => (
                      <p key={`${clause} ${text}`} className={classes.quiet}>
                        {t('door.clause', { clause })} {text}
                      </p>
                    ))
                  : null}
              </Rows>
            </Card>
          ) : (
            <Ready door={door} busy={busy} onCome={() => void done(call(comeToDoor, { params: { sid } }))} />
          )}
        </div>
      )}
    </Page>
  )
}

/** Everything this person can do is done: the queue, or somebody else's answer. */
function Ready({ door, busy, onCome }: { door: DoorView; busy: boolean; onCome: () => void }) {
  const { t } = useTranslation()
  const toQueue = door.by === 'proctor' && door.steps.every((step) => step.done)
  return (
    <Card takesFocus title={t(toQueue ? 'door.toQueue' : 'door.steps.external.name')}>
      <Rows>
        <p>{t(toQueue ? 'door.toQueueText' : 'door.steps.external.text')}</p>
        {toQueue ? (
          <div>
            <Button size="lg" loading={busy} onClick={onCome}>
              {t('door.toQueue')}
            </Button>
          </div>
        ) : null}
        <DoorHelpers helpers={door.helpers.filter((one) => one !== 'self')} />
      </Rows>
    </Card>
  )
}

/** What the proctor said last, while it still counts. */
function Said({ door, busy, onAgain }: { door: DoorView; busy: boolean; onAgain: () => void }) {
  const { t } = useTranslation()
  const { said } = door
  if (door.state === 'asked_again' && said)
    return (
      <Notice tone="warn" live="alert" title={t('door.again.title')}>
        <p className={classes.reason}>{said.reason}</p>
        <p className={classes.quiet}>{t('door.again.place')}</p>
      </Notice>
    )
  if (door.state !== 'refused') return null
  return (
    <Card takesFocus title={t('door.refused.title')}>
      <div className={classes.told}>
        <Rows>
          <Notice
            tone="bad"
            live="alert"
            title={said?.why ? t(`door.failures.${said.why}`) : t('door.refused.title')}
          >
            {said?.reason ? (
              <p className={classes.reason}>{t('door.refused.reason', { reason: said.reason })}</p>
            ) : null}
          </Notice>
          <p>{t('door.refused.text')}</p>
          <DoorHelpers helpers={door.helpers.filter((one) => one !== 'self')} />
          <div>
            <Button loading={busy} onClick={onAgain}>
              {t('door.refused.again')}
            </Button>
          </div>
        </Rows>
      </div>
    </Card>
  )
}
