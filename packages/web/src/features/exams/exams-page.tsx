import { Button, NativeSelect } from '@mantine/core'
import { examForm, listExams } from '@ochno/contract/exams'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddressState } from '../../api/address-state.ts'
import { useBranches } from '../../api/branches.ts'
import { useLoad } from '../../api/load.ts'
import { isOwnOnly, may, useMe } from '../../api/me.ts'
import { usePages } from '../../api/pages.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { BranchFilter } from '../../ui/branch-filter.tsx'
import { FindInput } from '../../ui/find-input.tsx'
import { Card, Columns, Page, Rows } from '../../ui/page.tsx'
import { CreateExamDialog } from './create-exam-dialog.tsx'
import { ExamsView } from './exams-view.tsx'

const whens = ['all', 'ahead', 'over'] as const

export function ExamsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const me = useMe()
  const branches = useBranches()
  const [branch, setBranch] = useAddressState('branch')
  const [find, setFind] = useAddressState('find')
  const [when, setWhen] = useAddressState('when', 'all')
  const asked = { find, when: whens.find((one) => one === when) ?? 'all' }
  const exams = usePages(
    listExams,
    {
      query: {
        when: asked.when,
        ...(find ? { find } : {}),
        ...(branches.some(({ id }) => id === branch) ? { branch } : {}),
      },
    },
    ({ id }) => id,
  )
  const [creating, setCreating] = useState(false)
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const manages = me.is === 'ready' && may(me.value, 'exam.manage')
  // Under an act an exam has a card; without one it is made in one step.
  const form = useLoad(examForm, {}, { enabled: manages })
  const begin = () =>
    form.is === 'ready' && form.value.act !== null ? void navigate({ to: '/exams/new' }) : setCreating(true)
  const create = manages ? (
    <Button leftSection={<IconPlus size={18} aria-hidden />} disabled={form.is === 'loading'} onClick={begin}>
      {t('exams.home.create')}
    </Button>
  ) : null
  return (
    <Page title={t('exams.list.title')} lead={t('exams.list.lead')} actions={create}>
      <Card>
        <Rows>
          <FindInput label={t('exams.list.find')} value={find} onFind={setFind} />
          <Columns>
            <NativeSelect
              label={t('exams.list.which')}
              value={asked.when}
              onChange={(event) => setWhen(event.currentTarget.value)}
              data={whens.map((value) => ({ value, label: t(`exams.list.whens.${value}`) }))}
            />
            <BranchFilter branches={branches} value={branch} onChange={setBranch} />
          </Columns>
          <LoadView load={exams} rows={5}>
            {({ rows, more }) => (
              <ExamsView
                rows={rows}
                more={more}
                searched={find !== '' || asked.when !== 'all'}
                zone={zone}
                ownOnly={isOwnOnly(me)}
                branches={branches.length > 0 && branch === ''}
              />
            )}
          </LoadView>
        </Rows>
      </Card>
      {creating ? (
        <CreateExamDialog
          zone={zone}
          onClose={() => setCreating(false)}
          onMade={(exam) => void navigate({ to: `/exams/${exam.id}` })}
        />
      ) : null}
    </Page>
  )
}
