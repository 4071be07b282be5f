import { Button } from '@mantine/core'
import { type ExportView, grantExport, listExports, takeExport } from '@ochno/contract/evidence'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'

/** `named`: also whose recording of which exam, where the page does not say it. */
export function ExportsTable({
  rows,
  now,
  zone,
  named = false,
}: {
  rows: readonly ExportView[]
  now: string
  zone: string
  named?: boolean
}) {
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
          ...(named
            ? [
                {
                  name: t('reviewer.exports.recording'),
                  cell: (row: ExportView) => (
                    <>
                      <strong>{row.examineeName}</strong>
                      <br />
                      {row.examTitle}
                    </>
                  ),
                },
              ]
            : []),
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
            name: t('reviewer.exports.state'),
            cell: (row) => <ExportState row={row} own={own(row)} over={over(row)} zone={zone} />,
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

type StateProps = { row: ExportView; own: boolean; over: boolean; zone: string }

function ExportState({ row, own, over, zone }: StateProps) {
  const { t, i18n } = useTranslation()
  if (row.grantedAt === null) return <StateMark tone="info" word={t('reviewer.exports.waits')} />
  if (over || !row.endsAt) return <StateMark tone="idle" word={t('reviewer.exports.over')} />
  const time = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: zone,
  }).format(new Date(row.endsAt))
  const word = own
    ? t('reviewer.exports.until', { time })
    : t('reviewer.exports.untilOf', { time, name: row.askedBy.name })
  return <StateMark tone="ok" word={word} />
}
