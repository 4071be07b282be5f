import { changeExam, createExam, examForm, listExams, readExam, readExamRules } from '@ochno/contract/exams'
import type { ExamId } from '@ochno/domain/ids'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { bodyOf, draftOf, type ExamDraft, newDraft } from './exam-draft.ts'
import { ExamForm } from './exam-form.tsx'
import { SoftwareNotice } from './software-notice.tsx'

const useZone = (): string | null => {
  const me = useMe()
  return me.is === 'ready' ? me.value.institution.zone : null
}

/** A new exam under the act in force. */
export function NewExamPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const zone = useZone()
  const form = useLoad(examForm, {})
  const making = useDo(createExam, [listExams])
  const save = async (draft: ExamDraft) => {
    if (zone === null) return
    const answer = await making.run({ body: bodyOf(draft, zone) })
    if (answer.ok) await navigate({ to: `/exams/${answer.body.id}` })
  }
  return (
    <Page title={t('examCard.form.new')} lead={t('examCard.form.lead')} width="narrow">
      <SoftwareNotice />
      <LoadView load={form} rows={6}>
        {({ act }) =>
          act === null ? (
            <Notice tone="info" title={t('examCard.draft.noAct')} />
          ) : zone === null ? null : (
            <ExamForm
              act={act}
              zone={zone}
              start={() => newDraft(act, zone, Date.now())}
              failure={making.failure}
              busy={making.busy}
              onSave={(draft) => void save(draft)}
              onLeave={() => void navigate({ to: '/exams' })}
            />
          )
        }
      </LoadView>
    </Page>
  )
}

/** The card of a draft. */
export function EditExamPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { exam: eid } = useParams({ strict: false }) as { exam: ExamId }
  const zone = useZone()
  const form = useLoad(examForm, {})
  const exam = useLoad(readExam, { params: { eid } })
  const rules = useLoad(readExamRules, { params: { eid } })
  const saving = useDo(changeExam, [listExams, readExam, readExamRules])
  const leave = () => void navigate({ to: `/exams/${eid}` })
  const save = async (draft: ExamDraft) => {
    if (zone === null) return
    const answer = await saving.run({ params: { eid }, body: bodyOf(draft, zone) })
    if (answer.ok) leave()
  }
  return (
    <Page title={t('examCard.form.edit')} width="narrow">
      <LoadView load={form} rows={6}>
        {({ act }) => (
          <LoadView load={exam}>
            {(about) => (
              <LoadView load={rules}>
                {({ card }) =>
                  act === null || zone === null ? (
                    <Notice tone="info" title={t('examCard.draft.noAct')} />
                  ) : (
                    <ExamForm
                      act={act}
                      zone={zone}
                      start={() => draftOf(about, card, zone)}
                      failure={saving.failure}
                      busy={saving.busy}
                      onSave={(draft) => void save(draft)}
                      onLeave={leave}
                    />
                  )
                }
              </LoadView>
            )}
          </LoadView>
        )}
      </LoadView>
    </Page>
  )
}
