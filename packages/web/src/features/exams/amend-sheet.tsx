import { Textarea } from '@mantine/core'
import {
  type AmendmentPreview,
  listAmendments,
  listSiblings,
  makeAmendment,
  previewAmendment,
} from '@ochno/contract/amendments'
import { readChecklist } from '@ochno/contract/exam-admission'
import { listWatchers, readSchedule, rehearseExam, type ScheduleView } from '@ochno/contract/exam-schedule'
import { type ExamView, listExams, readExam } from '@ochno/contract/exams'
import { listExamNotices } from '@ochno/contract/notices'
import { listSessions } from '@ochno/contract/sessions'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { AmendFields } from './amend-fields.tsx'
import { type AmendForm, deedOf, type Intent, suggested } from './amend-form.ts'
import { AmendPreview } from './amend-preview.tsx'
import classes from './amend.module.css'
import { useSlotWords } from './slot-words.ts'

const CHANGED = [
  listSessions,
  readSchedule,
  listWatchers,
  listExams,
  readExam,
  rehearseExam,
  readChecklist,
  listAmendments,
  listSiblings,
  listExamNotices,
]

type Watchers = ReplyOf<typeof listWatchers>
const nobody: Watchers = { watching: [], unwatched: false }

function firstForm(
  intent: Intent,
  exam: ExamView,
  schedule: ScheduleView,
  whom: string,
  zone: string,
): AmendForm {
  const window =
    intent.do === 'move'
      ? intent.session
      : 'slot' in intent && typeof intent.slot === 'object'
        ? intent.slot
        : null
  const from = intent.do === 'move' ? intent.from : null
  const others = schedule.slots.some(({ id, closesAt }) => id !== from && Date.parse(closesAt) > Date.now())
  return {
    where: others ? 'slot' : 'time',
    slot: '',
    exam: '',
    ...suggested(window ?? exam, zone, Date.now()),
    examinee: null,
    proctor: '',
    whom,
  }
}

type AmendSheetProps = {
  readonly exam: ExamView
  readonly intent: Intent
  readonly schedule: ScheduleView
  readonly zone: string
  readonly onClose: () => void
  readonly onDone: (told: number) => void
}

/** One change to a published exam: what, why, whom it touches; nothing happens before the last button. */
export function AmendSheet(props: AmendSheetProps) {
  const { t } = useTranslation()
  const { intent, exam } = props
  const ofProctor = intent.do === 'change_proctor'
  const query = ofProctor && intent.slot ? { slot: intent.slot.id } : {}
  const watchers = useLoad(listWatchers, { params: { eid: exam.id }, query }, { enabled: ofProctor })
  if (!ofProctor) return <DeedSheet {...props} watchers={nobody} />
  if (watchers.is === 'ready') return <DeedSheet {...props} watchers={watchers.value} />
  return (
    <Sheet title={t('amendments.title.change_proctor')} onClose={props.onClose} size="lg">
      <LoadView load={watchers} rows={3}>
        {() => null}
      </LoadView>
    </Sheet>
  )
}

function DeedSheet({
  exam,
  intent,
  schedule,
  watchers: { watching, unwatched },
  zone,
  onClose,
  onDone,
}: AmendSheetProps & { readonly watchers: Watchers }) {
  const { t } = useTranslation()
  const words = useSlotWords(zone)
  const looking = useDo(previewAmendment)
  const making = useDo(makeAmendment, CHANGED)
  const [form, setForm] = useState(() => firstForm(intent, exam, schedule, watching[0]?.id ?? '', zone))
  const [why, setWhy] = useState('')
  const deed = deedOf(intent, form, zone)
  const asked = deed && JSON.stringify(deed)
  const [seen, setSeen] = useState<{ of: string; preview: AmendmentPreview | null } | null>(null)
  const look = looking.run

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for every other deed, and for nothing else
  useEffect(() => {
    if (!deed || !asked) return
    let here = true
    void look({ params: { eid: exam.id }, body: { deed } }).then((answer) => {
      if (here) setSeen({ of: asked, preview: answer.ok ? answer.body : null })
    })
    return () => {
      here = false
    }
  }, [asked])

  const preview = seen?.of === asked ? seen?.preview : undefined
  const submit = async () => {
    if (!deed) return
    const answer = await making.run({ params: { eid: exam.id }, body: { deed, why } })
    if (answer.ok) onDone(answer.body.told)
  }
  const name = 'session' in intent ? intent.session.examinee.name : ''
  const slot =
    intent.do === 'cancel_slot' || intent.do === 'move_slot' || intent.do === 'change_proctor'
      ? intent.slot
      : null
  return (
    <FormSheet
      title={t(`amendments.title.${intent.do}`, { name })}
      failure={making.failure ?? (preview === null ? looking.failure : null)}
      submit={t(`amendments.form.submit.${intent.do}`)}
      busy={making.busy}
      disabled={!why.trim() || !preview || preview.problems.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {slot ? <p className={classes.what}>{words(slot)}</p> : null}
      <AmendFields
        exam={exam.id}
        intent={intent}
        form={form}
        slots={schedule.slots}
        atOnce={schedule.atOnce}
        zone={zone}
        watching={watching}
        unwatched={unwatched}
        onChange={(next) => {
          making.forget()
          setForm(next)
        }}
      />
      <Textarea
        label={t('amendments.form.why')}
        description={t('amendments.form.whyHint')}
        autosize
        minRows={2}
        maxLength={500}
        required
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <section className={classes.box} aria-label={t('amendments.preview.title')}>
        <h3>{t('amendments.preview.title')}</h3>
        {preview ? (
          <AmendPreview preview={preview} />
        ) : preview === null ? null : (
          <p className={classes.quiet} role="status">
            {t(deed ? 'amendments.preview.asking' : 'amendments.preview.fill')}
          </p>
        )}
      </section>
    </FormSheet>
  )
}
