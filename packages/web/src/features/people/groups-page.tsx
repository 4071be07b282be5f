import { Button, TextInput } from '@mantine/core'
import { inviteGroupByLetter, readMyEmail } from '@ochno/contract/mail'
import {
  changeGroup,
  createGroup,
  type GroupView,
  inviteGroup,
  listGroups,
  removeGroup,
} from '@ochno/contract/people-groups'
import { listPeople } from '@ochno/contract/people'
import { IconPlus, IconPrinter, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useBranches } from '../../api/branches.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { BranchFilter } from '../../ui/branch-filter.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { moment } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import classes from './people.module.css'

type Slips = ReplyOf<typeof inviteGroup>

/** Groups and streams; each can be invited at once, on slips of paper. */
export function GroupsPage() {
  const { t } = useTranslation()
  const branches = useBranches()
  const [branch, setBranch] = useState('')
  const groups = useLoad(listGroups, { query: branch ? { branch } : {} })
  const inviting = useDo(inviteGroup)
  const removing = useDo(removeGroup, [listGroups])
  const [editing, setEditing] = useState<GroupView | 'new' | null>(null)
  const [asking, setAsking] = useState<GroupView | null>(null)
  const [slips, setSlips] = useState<Slips | null>(null)
  const mail = useLoad(readMyEmail, {})
  const writing = useDo(inviteGroupByLetter)
  const [toWrite, setToWrite] = useState<GroupView | null>(null)
  const [written, setWritten] = useState<ReplyOf<typeof inviteGroupByLetter> | null>(null)
  const failure = inviting.failure ?? removing.failure ?? writing.failure

  const invite = async () => {
    if (!asking) return
    const answer = await inviting.run({ params: { gid: asking.id } })
    setAsking(null)
    if (answer.ok) setSlips(answer.body)
  }
  const write = async () => {
    if (!toWrite) return
    setWritten(null)
    const answer = await writing.run({ params: { gid: toWrite.id } })
    setToWrite(null)
    if (answer.ok) setWritten(answer.body)
  }
  if (slips) return <SlipsPage slips={slips} onClose={() => setSlips(null)} />
  return (
    <Page
      title={t('people.groups.title')}
      lead={t('people.groups.lead')}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
          {t('people.groups.add')}
        </Button>
      }
    >
      <Card>
        <Rows>
          {failure ? <FailureNotice failure={failure} /> : null}
          {written ? (
            <Notice tone="info" live="status" title={t('mail.group.sent', { count: written.sent })}>
              {written.without.length
                ? t('mail.group.without', { names: written.without.join(', ') })
                : undefined}
            </Notice>
          ) : null}
          <BranchFilter branches={branches} value={branch} onChange={setBranch} />
          <LoadView load={groups} rows={4}>
            {({ rows }) =>
              rows.length ? (
                <Table
                  label={t('people.groups.title')}
                  rows={rows}
                  rowKey={({ id }) => id}
                  columns={[
                    { name: t('people.group'), cell: ({ name }) => <strong>{name}</strong> },
                    { name: t('people.groups.stream'), cell: ({ stream }) => stream ?? t('people.none') },
                    ...(branches.length
                      ? [
                          {
                            name: t('people.branch.one'),
                            cell: (group: GroupView) => group.branch ?? t('people.none'),
                          },
                        ]
                      : []),
                    { name: t('people.groups.members'), cell: ({ members }) => members },
                    {
                      name: t('admin.people.actions'),
                      quiet: true,
                      cell: (group) => (
                        <Bar>
                          {group.members > 0 ? (
                            <Button
                              size="xs"
                              variant="default"
                              aria-label={t('people.groups.inviteGroup', { name: group.name })}
                              onClick={() => setAsking(group)}
                            >
                              {t('people.groups.invite')}
                            </Button>
                          ) : (
                            <Button
                              size="xs"
                              variant="default"
                              aria-label={t('people.groups.removeGroup', { name: group.name })}
                              onClick={() => void removing.run({ params: { gid: group.id } })}
                            >
                              {t('people.groups.remove')}
                            </Button>
                          )}
                          {group.members > 0 && mail.is === 'ready' && mail.value.mailWorks ? (
                            <Button
                              size="xs"
                              variant="default"
                              aria-label={t('mail.group.lettersOf', { name: group.name })}
                              onClick={() => setToWrite(group)}
                            >
                              {t('mail.group.letters')}
                            </Button>
                          ) : null}
                          <Button
                            size="xs"
                            variant="default"
                            aria-label={t('people.groups.renameGroup', { name: group.name })}
                            onClick={() => setEditing(group)}
                          >
                            {t('people.groups.rename')}
                          </Button>
                        </Bar>
                      ),
                    },
                  ]}
                />
              ) : (
                <Empty icon={IconUsersGroup} title={t('people.groups.empty')}>
                  {t('people.groups.emptyText')}
                </Empty>
              )
            }
          </LoadView>
        </Rows>
      </Card>
      {editing ? (
        <GroupDialog group={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      ) : null}
      <Dialog
        opened={asking !== null}
        title={t('people.groups.inviteTitle')}
        confirm={t('people.groups.inviteConfirm')}
        busy={inviting.busy}
        onConfirm={() => void invite()}
        onClose={() => setAsking(null)}
      >
        {asking ? t('people.groups.inviteText', { name: asking.name }) : null}
      </Dialog>
      <Dialog
        opened={toWrite !== null}
        title={t('mail.group.title')}
        confirm={t('mail.group.confirm')}
        busy={writing.busy}
        onConfirm={() => void write()}
        onClose={() => setToWrite(null)}
      >
        {toWrite ? t('mail.group.text', { name: toWrite.name }) : null}
      </Dialog>
    </Page>
  )
}

function GroupDialog({ group, onClose }: { group: GroupView | null; onClose: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(group?.name ?? '')
  const [stream, setStream] = useState(group?.stream ?? '')
  const creating = useDo(createGroup, [listGroups])
  const changing = useDo(changeGroup, [listGroups, listPeople])
  const submit = async () => {
    const body = { name, stream: stream.trim() === '' ? null : stream }
    const answer = group
      ? await changing.run({ params: { gid: group.id }, body })
      : await creating.run({ body })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t(group ? 'people.groups.renameTitle' : 'people.groups.add')}
      failure={creating.failure ?? changing.failure}
      submit={t('people.save')}
      busy={creating.busy || changing.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label={t('people.groups.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={64}
        data-autofocus
        required
        withAsterisk={false}
      />
      <TextInput
        label={t('people.groups.stream')}
        description={t('people.groups.streamHint')}
        value={stream}
        onChange={(event) => setStream(event.currentTarget.value)}
        maxLength={64}
      />
    </FormSheet>
  )
}

/** Shown once: cut along the lines and given into the hands of each. */
function SlipsPage({ slips, onClose }: { slips: Slips; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <Page title={t('people.slips.title', { name: slips.group })}>
      <Rows gap="lg">
        <div className={classes.screen}>
          <Rows>
            <Notice tone="warn" title={t(slips.rows.length ? 'people.slips.once' : 'people.slips.nobody')} />
            <Bar>
              {slips.rows.length ? (
                <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => print()}>
                  {t('people.slips.print')}
                </Button>
              ) : null}
              <Button variant="default" onClick={onClose}>
                {t('people.slips.close')}
              </Button>
            </Bar>
          </Rows>
        </div>
        <div className={classes.slips}>
          {slips.rows.map(({ fullName, login, token }) => (
            <section key={login} className={classes.slip} aria-label={fullName}>
              <strong>{fullName}</strong>
              <span>{t('people.slips.login', { login })}</span>
              <span className={classes.link}>{`${location.origin}/invite#${token}`}</span>
              <span className={classes.quiet}>
                {t('people.slips.until', { until: moment(slips.endsAt, zone, i18n.language) })}
              </span>
            </section>
          ))}
        </div>
      </Rows>
    </Page>
  )
}
