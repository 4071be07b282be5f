import { Button, FileButton } from '@mantine/core'
import {
  type AccommodationView,
  listAccommodations,
  listMyAccommodations,
  readGround,
  sendGround,
} from '@ochno/contract/accommodations'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import classes from './accommodations.module.css'
import { saveFile } from './save-file.ts'

const tones = {
  requested: 'info',
  active: 'ok',
  used: 'ok',
  expired: 'idle',
  refused: 'bad',
} as const satisfies Record<AccommodationView['state'], Tone>

const dayWords = (iso: string, language: string): string =>
  new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${iso}T00:00:00Z`))

/** One request as its person and the office read it. */
export function ConditionCard({ one, onDecide }: { one: AccommodationView; onDecide?: () => void }) {
  const { t, i18n } = useTranslation()
  const sending = useDo(sendGround, [listMyAccommodations, listAccommodations])
  const reading = useDo(readGround)
  const send = async (file: File | null) => {
    if (!file) return
    const body = new Uint8Array(await file.arrayBuffer())
    await sending.run({ params: { acm: one.id }, body })
  }
  const open = async () => {
    const answer = await reading.run({ params: { acm: one.id } })
    if (answer.ok) saveFile(t('accommodations.document'), answer.body)
  }
  const day = (iso: string) => dayWords(iso, i18n.language)
  const granted = one.state === 'active' || one.state === 'used'
  const given = [
    ...one.services.map((service) => t(`accommodations.service.${service}`)),
    ...(one.helper ? [t('accommodations.helperIs', { name: one.helper })] : []),
    ...one.means,
    ...(one.extraMinutes ? [t('accommodations.minutes', { count: one.extraMinutes })] : []),
  ]
  const failure = sending.failure ?? reading.failure
  return (
    <Card
      title={one.person.name}
      actions={<StateMark tone={tones[one.state]} word={t(`accommodations.states.${one.state}`)} />}
    >
      <Rows gap="sm">
        {failure ? <FailureNotice failure={failure} /> : null}
        <div className={classes.told}>
          <p>{t(`accommodations.kinds.${one.kind}`)}</p>
          <ul>
            {given.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>{one.document}</p>
          {granted ? (
            <p>
              {one.until
                ? t('accommodations.term', { from: day(one.from), until: day(one.until) })
                : t('accommodations.termOpen', { from: day(one.from) })}
            </p>
          ) : null}
          {granted ? (
            <p>
              {one.exam ? t('accommodations.exam', { title: one.exam.title }) : t('accommodations.every')}
            </p>
          ) : null}
          {one.decidedBy ? <p>{t('accommodations.decided', { name: one.decidedBy })}</p> : null}
          {one.decision ? <p>{t('accommodations.words', { words: one.decision })}</p> : null}
        </div>
        {one.state === 'requested' && one.file === null ? (
          <Notice tone="warn" title={t('accommodations.noFile')}>
            {t('accommodations.attachHint')}
          </Notice>
        ) : null}
        <Bar>
          {onDecide && one.state === 'requested' ? (
            <Button aria-label={t('accommodations.decideFor', { name: one.person.name })} onClick={onDecide}>
              {t('accommodations.decide')}
            </Button>
          ) : null}
          {one.file ? (
            <Button
              variant="default"
              loading={reading.busy}
              aria-label={t('accommodations.openFor', { name: one.person.name })}
              onClick={() => void open()}
            >
              {t('accommodations.open')}
            </Button>
          ) : null}
          {one.state === 'requested' ? (
            <FileButton accept="application/pdf,image/jpeg,image/png" onChange={(file) => void send(file)}>
              {(props) => (
                <Button {...props} variant="default" loading={sending.busy}>
                  {t(one.file ? 'accommodations.replace' : 'accommodations.attach')}
                </Button>
              )}
            </FileButton>
          ) : null}
        </Bar>
      </Rows>
    </Card>
  )
}
