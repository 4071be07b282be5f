import { Button, NativeSelect, TextInput } from '@mantine/core'
import { listAccounts } from '@ochno/contract/accounts'
import { listApplications, nameHead } from '@ochno/contract/application'
import type { AccountId } from '@ochno/domain/ids'
import { IconFileText } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { usePages } from '../../api/pages.ts'
import { Empty } from '../../ui/empty.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { FindInput } from '../../ui/find-input.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import type { More } from '../../ui/more-line.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './application.module.css'
import { dayWords, stateTone } from './words.ts'

type List = ReplyOf<typeof listApplications>

/** 003 1.5: every application, and who resolves them. */
export function ApplicationsPage() {
  const { t } = useTranslation()
  const [find, setFind] = useState('')
  const list = usePages(listApplications, { query: find ? { find } : {} }, ({ id }) => id, {
    everyMs: 30_000,
  })
  return (
    <Page title={t('application.title')} lead={t('application.lead')}>
      <FindInput label={t('application.find')} value={find} onFind={setFind} />
      <LoadView load={list} rows={6}>
        {({ rows, head, more }) => (
          <Rows>
            {head.required ? null : (
              <Notice tone="info" title={t('application.notAsked')}>
                {t('application.notAskedText')}
              </Notice>
            )}
            <HeadCard list={head} />
            <Card>
              <Applications rows={rows} more={more} found={find !== ''} />
            </Card>
          </Rows>
        )}
      </LoadView>
    </Page>
  )
}

function HeadCard({ list: { head, required } }: { list: List }) {
  const { t } = useTranslation()
  const me = useMe()
  const [naming, setNaming] = useState(false)
  const names = me.is === 'ready' && may(me.value, 'institution.manage')
  if (!required && head === null) return null
  return (
    <Card title={t('application.head.title')}>
      <Rows gap="sm">
        {head ? (
          <p className={classes.line}>{t('application.head.is', { name: head.name, ground: head.ground })}</p>
        ) : (
          <Notice tone="warn" title={t('application.head.none')} />
        )}
        {names ? (
          <Bar>
            <Button variant="default" onClick={() => setNaming(true)}>
              {t(head ? 'application.head.change' : 'application.head.name')}
            </Button>
          </Bar>
        ) : null}
      </Rows>
      {naming ? <HeadSheet onClose={() => setNaming(false)} /> : null}
    </Card>
  )
}

function HeadSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const naming = useDo(nameHead, [listApplications])
  const methodists = useLoad(listAccounts, { query: { role: 'methodist' } })
  const admins = useLoad(listAccounts, { query: { role: 'admin' } })
  const [account, setAccount] = useState('')
  const [ground, setGround] = useState('')
  const people = [methodists, admins].flatMap((load) => (load.is === 'ready' ? load.value.rows : []))
  const unique = people.filter(({ id }, i) => people.findIndex((one) => one.id === id) === i)
  const save = async () => {
    const answer = await naming.run({ body: { account: account as AccountId, ground } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('application.head.sheet')}
      failure={naming.failure}
      submit={t('application.head.save')}
      busy={naming.busy}
      disabled={account === '' || ground.trim() === ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <NativeSelect
        label={t('application.head.who')}
        description={t('application.head.whoHint')}
        value={account}
        onChange={(event) => setAccount(event.currentTarget.value)}
        data={[
          { value: '', label: '' },
          ...unique.map(({ id, fullName }) => ({ value: id, label: fullName })),
        ]}
      />
      <TextInput
        label={t('application.head.ground')}
        description={t('application.head.groundHint')}
        value={ground}
        onChange={(event) => setGround(event.currentTarget.value)}
        maxLength={500}
      />
    </FormSheet>
  )
}

function Applications({
  rows,
  more,
  found,
}: {
  rows: readonly List['rows'][number][]
  more: More
  found: boolean
}) {
  const { t, i18n } = useTranslation()
  if (rows.length === 0)
    return (
      <Empty icon={IconFileText} title={t(found ? 'application.notFound' : 'application.empty')}>
        {found ? null : t('application.emptyText')}
      </Empty>
    )
  return (
    <LongTable
      more={more}
      label={t('application.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { name: t('application.columns.exam'), cell: ({ exam }) => exam.title },
        { name: t('application.columns.author'), cell: ({ author }) => author },
        {
          name: t('application.columns.state'),
          cell: ({ state }) => (
            <StateMark quiet tone={stateTone[state]} word={t(`application.states.${state}`)} />
          ),
        },
        {
          name: t('application.columns.filed'),
          cell: ({ filedOn }) => (filedOn ? dayWords(filedOn, i18n.language) : t('application.notFiled')),
        },
        {
          name: t('application.columns.open'),
          quiet: true,
          cell: ({ exam }) => (
            <Button
              component={Link}
              to={`/exams/${exam.id}/application`}
              variant="default"
              size="xs"
              aria-label={t('application.openFor', { title: exam.title })}
            >
              {t('application.open')}
            </Button>
          ),
        },
      ]}
    />
  )
}
