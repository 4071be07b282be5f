import { Button, Radio, Stack, TextInput } from '@mantine/core'
import { askExport, type ExportView, grantExport, listExports, takeExport } from '@ochno/contract/evidence'
import { type Purpose, purposes } from '@ochno/contract/watch'
import { IconDownload, IconPackageExport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'

/** T-11: one person asks, another allows, the first takes it. */
export function ExportsCard({ session, zone }: { session: string; zone: string }) {
  const { t } = useTranslation()
  const exports = useLoad(listExports, {}, { everyMs: 15_000 })
  const [asking, setAsking] = useState(false)
  const [asked, setAsked] = useState(false)
  return (
    <Card
      title={t('reviewer.exports.title')}
      lead={t('reviewer.exports.lead')}
      actions={
        <Button
          variant="default"
          leftSection={<IconPackageExport size={18} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          {t('reviewer.exports.ask')}
        </Button>
      }
    >
      <Rows>
        {asked ? <Notice tone="info" live="status" title={t('reviewer.exports.sent')} /> : null}
        <LoadView load={exports} rows={2}>
          {({ now, rows }) => {
            const mine = rows.filter((row) => row.session === session)
            return mine.length ? (
              <ExportRows rows={mine} now={now} zone={zone} />
            ) : (
              <p>{t('reviewer.exports.none')}</p>
            )
          }}
        </LoadView>
      </Rows>
      {asking ? (
        <AskSheet
          session={session}
          onClose={() => setAsking(false)}
          onAsked={() => {
            setAsking(false)
            setAsked(true)
          }}
        />
      ) : null}
    </Card>
  )
}

function AskSheet({
  session,
  onClose,
  onAsked,
}: {
  session: string
  onClose: () => void
  onAsked: () => void
}) {
  const { t } = useTranslation()
  const ask = useDo(askExport, [listExports])
  const [purpose, setPurpose] = useState<Purpose | null>(null)
  const [ground, setGround] = useState('')
  const send = async () => {
    if (!purpose) return
    const answer = await ask.run({ params: { sid: session }, body: { purpose, ground } })
    if (answer.ok) onAsked()
  }
  return (
    <Sheet title={t('reviewer.exports.ask')} onClose={onClose} outside={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Rows gap="lg">
          {ask.failure ? <FailureNotice failure={ask.failure} /> : null}
          <Radio.Group
            label={t('reviewer.purpose.label')}
            value={purpose}
            onChange={(value) => setPurpose(purposes.find((one) => one === value) ?? null)}
          >
            <Stack mt="xs" gap="xs">
              {purposes.map((one) => (
                <Radio key={one} value={one} label={t(`reviewer.purpose.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            label={t('reviewer.exports.ground')}
            description={t('reviewer.exports.groundHint')}
            maxLength={1000}
            value={ground}
            onChange={(event) => setGround(event.currentTarget.value)}
          />
          <Bar>
            <Button type="submit" disabled={!purpose || !ground.trim()} loading={ask.busy}>
              {t('reviewer.exports.ask')}
            </Button>
          </Bar>
        </Rows>
      </form>
    </Sheet>
  )
}

function ExportRows({ rows, now, zone }: { rows: readonly ExportView[]; now: string; zone: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const grant = useDo(grantExport, [listExports])
  const take = useDo(takeExport)
  const [granting, setGranting] = useState<ExportView | null>(null)
  const own = (row: ExportView) => me.is === 'ready' && row.askedBy.id === me.value.account
  const over = (row: ExportView) => row.endsAt !== null && Date.parse(row.endsAt) <= Date.parse(now)

  const download = async (row: ExportView) => {
    const answer = await take.run({ params: { xid: row.id } })
    if (!answer.ok) return
    const url = URL.createObjectURL(answer.body)
    const link = document.createElement('a')
    link.href = url
    link.download = `${row.session}.zip`
    link.click()
    URL.revokeObjectURL(url)
  }

  return (
    <Rows>
      {grant.failure ? <FailureNotice failure={grant.failure} /> : null}
      {take.failure ? <FailureNotice failure={take.failure} /> : null}
      <Table
        label={t('reviewer.exports.title')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            name: t('reviewer.viewers.who'),
            cell: (row) => (
              <>
                {t('reviewer.exports.asked', { name: row.askedBy.name })},{' '}
                <When at={row.askedAt} zone={zone} />
              </>
            ),
          },
          {
            name: t('reviewer.viewers.why'),
            cell: (row) => `${t(`reviewer.purpose.${row.purpose}`)}. ${row.ground}`,
          },
          {
            name: t('reviewer.list.state'),
            cell: (row) => <ExportState row={row} over={over(row)} zone={zone} />,
          },
          {
            name: t('reviewer.exports.take'),
            quiet: true,
            cell: (row) =>
              row.grantedAt === null && !own(row) ? (
                <Button size="compact-md" onClick={() => setGranting(row)}>
                  {t('reviewer.exports.grant')}
                </Button>
              ) : row.grantedAt !== null && own(row) && !over(row) ? (
                <Button
                  size="compact-md"
                  loading={take.busy}
                  leftSection={<IconDownload size={18} aria-hidden />}
                  onClick={() => void download(row)}
                >
                  {t('reviewer.exports.take')}
                </Button>
              ) : null,
          },
        ]}
      />
      <Dialog
        opened={granting !== null}
        title={t('reviewer.exports.grantTitle')}
        confirm={t('reviewer.exports.grant')}
        busy={grant.busy}
        onClose={() => setGranting(null)}
        onConfirm={() => {
          if (granting) void grant.run({ params: { xid: granting.id } }).then(() => setGranting(null))
        }}
      >
        {t('reviewer.exports.grantText', { name: granting?.askedBy.name ?? '' })}
      </Dialog>
    </Rows>
  )
}

function ExportState({ row, over, zone }: { row: ExportView; over: boolean; zone: string }) {
  const { t, i18n } = useTranslation()
  if (row.grantedAt === null) return <StateMark tone="info" word={t('reviewer.exports.waits')} />
  if (over || !row.endsAt) return <StateMark tone="idle" word={t('reviewer.exports.over')} />
  const time = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: zone,
  }).format(new Date(row.endsAt))
  return <StateMark tone="ok" word={t('reviewer.exports.until', { time })} />
}
