import { Button } from '@mantine/core'
import { answerGlass, type GlassView, listGlass } from '@ochno/contract/break-glass'
import { IconLockOpen } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { moment } from '../../ui/moment.ts'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import { AskSheet } from './ask-sheet.tsx'

const tones: Readonly<Record<GlassView['state'], Tone>> = {
  asked: 'warn',
  lapsed: 'idle',
  refused: 'idle',
  open: 'bad',
  over: 'idle',
}

/** T-20: who asked to see which recording past their rights, who allowed it and until when. */
export function GlassPage() {
  const { t } = useTranslation()
  const me = useMe()
  const list = useLoad(listGlass, {}, { everyMs: 30_000 })
  const answer = useDo(answerGlass, [listGlass])
  const [asking, setAsking] = useState(false)
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const mayAsk = list.is === 'ready' && list.value.mayAsk
  const reply = (row: GlassView, allow: boolean) =>
    void answer.run({ params: { gid: row.id }, body: { allow } })
  return (
    <Page
      title={t('breakGlass.title')}
      lead={t('breakGlass.lead')}
      actions={mayAsk ? <Button onClick={() => setAsking(true)}>{t('breakGlass.ask')}</Button> : null}
    >
      {answer.failure ? <FailureNotice failure={answer.failure} /> : null}
      <LoadView load={list} rows={3}>
        {({ rows }) => (
          <Card>
            {rows.length === 0 ? (
              <Empty icon={IconLockOpen} title={t('breakGlass.empty')}>
                {t('breakGlass.emptyText')}
              </Empty>
            ) : (
              <Table
                label={t('breakGlass.list')}
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  {
                    name: t('breakGlass.whose'),
                    cell: (row) => (
                      <>
                        <strong>{row.examinee}</strong>
                        <br />
                        {row.exam}
                      </>
                    ),
                  },
                  {
                    name: t('breakGlass.who'),
                    cell: (row) => (
                      <>
                        {row.askedBy}
                        <br />
                        {row.reason}
                      </>
                    ),
                  },
                  { name: t('breakGlass.standing'), cell: (row) => <Standing row={row} zone={zone} /> },
                  {
                    name: t('breakGlass.todo'),
                    cell: (row) => (
                      <Todo row={row} busy={answer.busy} onReply={(allow) => reply(row, allow)} />
                    ),
                  },
                ]}
              />
            )}
          </Card>
        )}
      </LoadView>
      {asking ? <AskSheet onClose={() => setAsking(false)} /> : null}
    </Page>
  )
}

function Standing({ row, zone }: { row: GlassView; zone: string }) {
  const { t, i18n } = useTranslation()
  const said = (at: string) => moment(at, zone, i18n.language)
  const { state, answeredBy, answeredAt, endsAt, toldAt } = row
  return (
    <>
      <StateMark
        quiet
        tone={tones[state]}
        word={t(`breakGlass.states.${state}`, { at: endsAt ? said(endsAt) : '' })}
      />
      {answeredBy && answeredAt ? (
        <div>{t('breakGlass.answered', { name: answeredBy, at: said(answeredAt) })}</div>
      ) : null}
      {endsAt ? (
        <div>{toldAt ? t('breakGlass.told', { at: said(toldAt) }) : t('breakGlass.notTold')}</div>
      ) : null}
    </>
  )
}

function Todo({ row, busy, onReply }: { row: GlassView; busy: boolean; onReply: (allow: boolean) => void }) {
  const { t } = useTranslation()
  const name = row.examinee
  if (row.state === 'open' && row.mine)
    return (
      <Button
        component={Link}
        to={`/break-glass/${row.session}`}
        size="compact-md"
        aria-label={t('breakGlass.lookOf', { name })}
      >
        {t('breakGlass.look')}
      </Button>
    )
  if (row.state !== 'asked') return <>—</>
  if (row.mine) return <>{t('breakGlass.waits')}</>
  return (
    <Rows gap="sm">
      <Button
        size="compact-md"
        loading={busy}
        aria-label={t('breakGlass.allowOf', { name })}
        onClick={() => onReply(true)}
      >
        {t('breakGlass.allow')}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        loading={busy}
        aria-label={t('breakGlass.refuseOf', { name })}
        onClick={() => onReply(false)}
      >
        {t('breakGlass.refuse')}
      </Button>
    </Rows>
  )
}
