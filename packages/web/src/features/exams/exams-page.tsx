import { Button } from '@mantine/core'
import { examForm, listExams } from '@ochno/contract/exams'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBranches } from '../../api/branches.ts'
import { useLoad } from '../../api/load.ts'
import { isOwnOnly, may, useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { BranchFilter } from '../../ui/branch-filter.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { CreateExamDialog } from './create-exam-dialog.tsx'
import { ExamsView } from './exams-view.tsx'

export function ExamsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const me = useMe()
  const branches = useBranches()
  const [branch, setBranch] = useState('')
  const exams = useLoad(listExams, { query: branch ? { branch } : {} })
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
          <BranchFilter branches={branches} value={branch} onChange={setBranch} />
          <LoadView load={exams} rows={5}>
            {({ rows }) => (
              <ExamsView
                rows={rows}
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
