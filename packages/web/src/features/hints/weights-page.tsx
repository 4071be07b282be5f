import { Button, NumberInput, Table } from '@mantine/core'
import { previewWeights, readWeights, setWeights, type WeightsView } from '@ochno/contract/trust'
import type { ExamId } from '@ochno/domain/ids'
import { MOST_CONFIRMED_TIMES } from '@ochno/domain/trust/bands'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { DetectorsCard } from './detectors-card.tsx'
import classes from './hints.module.css'

/** Weights of the trust score in one exam: with a look at what they would have said so far, before they count. */
export function WeightsPage() {
  const { t } = useTranslation()
  const { exam: eid } = useParams({ strict: false }) as { exam: ExamId }
  const load = useLoad(readWeights, { params: { eid } })
  return (
    <Page
      title={t('hints.weights.title')}
      lead={t('hints.weights.lead')}
      actions={
        <Button component={Link} to={`/exams/${eid}`} variant="default">
          {t('hints.weights.toExam')}
        </Button>
      }
    >
      <LoadView load={load} rows={8}>
        {(view) =>
          view.codes.length === 0 ? (
            <Notice tone="info" title={t('hints.weights.none')}>
              {t('hints.weights.noneText')}
            </Notice>
          ) : (
            <Rows gap="lg">
              <WeightsForm key={view.version} exam={eid} view={view} />
              <DetectorsCard detectors={view.detectors} />
            </Rows>
          )
        }
      </LoadView>
    </Page>
  )
}

const nothing = { once: 0, perSecond: 0, cap: 0 }
const parts = ['once', 'perSecond', 'cap'] as const

function WeightsForm({ exam: eid, view }: { exam: ExamId; view: WeightsView }) {
  const { t, i18n } = useTranslation()
  const decimal = i18n.language.startsWith('ru') ? ',' : '.'
  const [byCode, setByCode] = useState(view.byCode)
  const [thresholds, setThresholds] = useState(view.thresholds)
  const [confirmedTimes, setConfirmedTimes] = useState(view.confirmedTimes)
  const saving = useDo(setWeights, [readWeights])
  const looking = useDo(previewWeights, [])
  const [preview, setPreview] = useState<Tried | null>(null)
  const body = { byCode, thresholds, confirmedTimes }
  const look = async () => {
    const answer = await looking.run({ params: { eid }, body })
    if (answer.ok) setPreview(answer.body)
  }
  const put = (code: string, part: (typeof parts)[number], points: number) => {
    setPreview(null)
    setByCode({ ...byCode, [code]: { ...(byCode[code] ?? nothing), [part]: Math.round(points * 100) } })
  }
  const failure = saving.failure ?? looking.failure
  return (
    <Card
      title={t('hints.weights.version', { version: view.version })}
      lead={t('hints.weights.queue', view.queue)}
    >
      <Rows>
        <div className={classes.bounds}>
          {(['first', 'next'] as const).map((bound) => (
            <NumberInput
              key={bound}
              label={t(`hints.weights.${bound}`)}
              min={0}
              max={100}
              allowDecimal={false}
              value={thresholds[bound]}
              onChange={(value) => {
                setPreview(null)
                setThresholds({ ...thresholds, [bound]: Number(value) || 0 })
              }}
            />
          ))}
          <NumberInput
            label={t('hints.weights.confirmed')}
            description={t('hints.weights.confirmedHelp')}
            inputWrapperOrder={['label', 'input', 'description']}
            min={1}
            max={MOST_CONFIRMED_TIMES}
            allowDecimal={false}
            value={confirmedTimes}
            onChange={(value) => {
              setPreview(null)
              setConfirmedTimes(Number(value) || 1)
            }}
          />
        </div>
        <div className={classes.table}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('hints.weights.code')}</Table.Th>
                {parts.map((part) => (
                  <Table.Th key={part}>{t(`hints.weights.${part}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {view.codes.map(({ code, wording }) => (
                <Table.Tr key={code}>
                  <Table.Td>{wording}</Table.Td>
                  {parts.map((part) => (
                    <Table.Td key={part}>
                      <NumberInput
                        aria-label={`${wording}: ${t(`hints.weights.${part}`)}`}
                        w="6rem"
                        min={0}
                        max={100}
                        decimalScale={2}
                        hideControls
                        decimalSeparator={decimal}
                        value={(byCode[code]?.[part] ?? 0) / 100}
                        onChange={(value) => put(code, part, Number(value) || 0)}
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
        {preview ? <Previewed tried={preview} /> : null}
        {failure ? <FailureNotice failure={failure} /> : null}
        <Bar>
          <Button variant="default" loading={looking.busy} onClick={() => void look()}>
            {t('hints.weights.look')}
          </Button>
          <Button loading={saving.busy} onClick={() => void saving.run({ params: { eid }, body })}>
            {t('hints.weights.save')}
          </Button>
        </Bar>
      </Rows>
    </Card>
  )
}

type Band = 'first' | 'next' | 'last'
const bands: readonly Band[] = ['first', 'next', 'last']

type Said = { readonly band: Band; readonly points: number }
type Tried = {
  readonly of: 'this_exam' | 'earlier_exams'
  readonly sessions: readonly { readonly before: Said; readonly after: Said }[]
}
/** So many of those that move most are named one by one. */
const MOST_MOVED = 5

function Previewed({ tried: { of, sessions } }: { tried: Tried }) {
  const { t, i18n } = useTranslation()
  const number = (points: number) => new Intl.NumberFormat(i18n.language).format(points)
  if (sessions.length === 0) return <Notice tone="info" title={t('hints.weights.noSessions')} />
  const count = (when: 'before' | 'after', band: Band) =>
    sessions.filter((row) => row[when].band === band).length
  const moved = sessions
    .filter(({ before, after }) => before.points !== after.points)
    .toSorted((a, b) => b.before.points - b.after.points - (a.before.points - a.after.points))
    .slice(0, MOST_MOVED)
  return (
    <Notice tone="info" live="status" title={t('hints.weights.would')}>
      <p>{t(`hints.weights.of.${of}`, { count: sessions.length })}</p>
      {bands.map((band) => (
        <p key={band}>
          {t('hints.weights.moved', {
            band: t(`hints.trust.band.${band}`),
            before: count('before', band),
            after: count('after', band),
          })}
        </p>
      ))}
      <p>{t(moved.length > 0 ? 'hints.weights.mostMoved' : 'hints.weights.noneMoved')}</p>
      {moved.length > 0 ? (
        <ul className={classes.told}>
          {moved.map(({ before, after }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the sessions have no names here
            <li key={i}>
              {t('hints.weights.changed', { before: number(before.points), after: number(after.points) })}
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  )
}
