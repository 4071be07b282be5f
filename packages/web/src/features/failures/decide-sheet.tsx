import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { decideFailure, type ExamFailures, type FailureView, listFailures } from '@ochno/contract/failures'
import { listSessions } from '@ochno/contract/sessions'
import type { SessionId } from '@ochno/domain/ids'
import {
  type FailureNews,
  offeredWords,
  postponedWords,
  refusedWords,
  siteWords,
} from '@ochno/domain/notice/failure-words'
import { instant, isBefore } from '@ochno/domain/time'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { fromZoned, toZoned } from '../../api/zoned.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Rows } from '../../ui/page.tsx'
import classes from './failures.module.css'

export type Deed = 'postponed' | 'offered' | 'refused'
type Channel = ExamFailures['powers']['channels'][number]

const opensFor = { postponed: 'postpone', offered: 'retake', refused: 'refuse' } as const
const wordsOf = { postponed: postponedWords, offered: offeredWords, refused: refusedWords } as const
const titles = {
  postponed: 'failures.sheet.postpone',
  offered: 'failures.sheet.offer',
  refused: 'failures.sheet.refuse',
} as const
const submits = {
  postponed: 'failures.sheet.doPostpone',
  offered: 'failures.sheet.doOffer',
  refused: 'failures.sheet.doRefuse',
} as const

/** Ten in the morning of the day after tomorrow, for a start of half an hour: something to be changed. */
function proposed({ now, zone }: ExamFailures) {
  const from = instant(now)
    .toZonedDateTimeISO(zone)
    .add({ days: 2 })
    .with({ hour: 10, minute: 0, second: 0, millisecond: 0 })
  const local = (at: typeof from) => toZoned(at.toInstant().toString(), zone)
  return [local(from), local(from.add({ minutes: 30 }))] as const
}

const longest = ({ outages }: FailureView) => outages.toSorted((a, b) => b.minutes - a.minutes)[0] ?? null

/** What is decided, for whom, when, and the very words people will read. */
export function DecideSheet({
  all,
  row,
  deed,
  onClose,
}: {
  all: ExamFailures
  row: FailureView
  deed: Deed
  onClose: () => void
}) {
  const { t } = useTranslation()
  const deciding = useDo(decideFailure, [listFailures, listSessions])
  const [opensAt, closesAt] = proposed(all)
  const [from, setFrom] = useState(opensAt)
  const [until, setUntil] = useState(closesAt)
  const [reason, setReason] = useState('')
  const [channels, setChannels] = useState<readonly Channel[]>(['account', 'email'])
  const [people, setPeople] = useState<readonly string[]>([row.session])
  const others = all.rows.filter((one) => one.opens[opensFor[deed]] === null)
  const time =
    from && until ? { opensAt: fromZoned(from, all.zone), closesAt: fromZoned(until, all.zone) } : null
  const wrong = time !== null && !isBefore(instant(time.opensAt), instant(time.closesAt))
  const chosen = all.powers.channels.filter((one) => one === 'account' || channels.includes(one))

  const failure = longest(row)
  const news: FailureNews = {
    exam: all.exam.title,
    failure: failure && { from: instant(failure.from), until: instant(failure.until) },
    to:
      deed === 'refused' || !time
        ? null
        : { opensAt: instant(time.opensAt), closesAt: instant(time.closesAt) },
    reason: reason.trim() || '…',
    zone: all.zone,
  }
  const submit = async () => {
    const about = { sessions: people as SessionId[], reason }
    if (deed !== 'refused' && !time) return
    const answer = await deciding.run({
      params: { eid: all.exam.id },
      body:
        deed === 'refused' || !time
          ? { is: 'refused', ...about }
          : { is: deed, ...about, to: time, channels: [...chosen] },
    })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t(titles[deed])}
      failure={deciding.failure}
      submit={t(submits[deed])}
      busy={deciding.busy}
      disabled={reason.trim() === '' || people.length === 0 || (deed !== 'refused' && (!time || wrong))}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {deed === 'refused' ? null : (
        <p className={classes.said}>
          {t(deed === 'postponed' ? 'failures.sheet.postponeText' : 'failures.sheet.offerText')}
        </p>
      )}
      {others.length > 1 ? (
        <Checkbox.Group label={t('failures.sheet.people')} value={[...people]} onChange={setPeople}>
          <div className={classes.people}>
            {others.map((one) => (
              <Checkbox key={one.session} value={one.session} label={one.examinee.name} />
            ))}
          </div>
        </Checkbox.Group>
      ) : null}
      {deed === 'refused' ? null : (
        <div className={classes.fields}>
          <TextInput
            type="datetime-local"
            label={t('failures.sheet.from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            required
            withAsterisk={false}
          />
          <TextInput
            type="datetime-local"
            label={t('failures.sheet.until')}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
            required
            withAsterisk={false}
          />
        </div>
      )}
      <Textarea
        label={t('failures.sheet.reason')}
        description={t('failures.sheet.reasonHint')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {deed === 'refused' ? null : (
        <Checkbox.Group
          label={t('failures.sheet.channels')}
          value={[...chosen]}
          onChange={(now) => setChannels(now as Channel[])}
        >
          <div className={classes.choices}>
            {all.powers.channels.map((one) => (
              <Checkbox
                key={one}
                value={one}
                disabled={one === 'account'}
                label={
                  one === 'account'
                    ? t('failures.sheet.channelAlways', { channel: t(`failures.channel.${one}`) })
                    : t(`failures.channel.${one}`)
                }
              />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <Preview label={t('failures.sheet.preview')} text={wordsOf[deed](news)} />
      {deed !== 'refused' && chosen.includes('site') ? (
        <Preview
          label={t('failures.sheet.previewSite')}
          text={siteWords({ exam: all.exam.title, group: null }, news)}
        />
      ) : null}
    </FormSheet>
  )
}

function Preview({ label, text }: { label: string; text: string }) {
  return (
    <Rows gap="sm">
      <p className={classes.quiet}>{label}</p>
      <p className={classes.preview}>{text}</p>
    </Rows>
  )
}
