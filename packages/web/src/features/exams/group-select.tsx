import { NativeSelect } from '@mantine/core'
import { listGroups } from '@ochno/contract/people-groups'
import { listPeople, type PersonRow } from '@ochno/contract/people'
import { MOST_ROWS } from '@ochno/contract/paging'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, call, type Failure } from '../../api/client.ts'
import { useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

/** Everybody of a group who takes exams, page by page. */
async function membersOf(group: PersonRow['group'] & object) {
  const people: PersonRow[] = []
  let after: string | null = null
  do {
    const answer: Answer<typeof listPeople> = await call(listPeople, {
      query: { group: group.id, role: 'examinee', size: MOST_ROWS, ...(after === null ? {} : { after }) },
    })
    if (!answer.ok) return answer
    people.push(...answer.body.rows)
    after = answer.body.next
  } while (after !== null)
  return { ok: true as const, people }
}

/** Marks a whole group at once; not there where the institution has no groups. */
export function GroupSelect({ onMembers }: { onMembers: (people: readonly PersonRow[]) => void }) {
  const { t } = useTranslation()
  const groups = useLoad(listGroups, {})
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  if (groups.is !== 'ready' || groups.value.rows.length === 0) return null
  const { rows } = groups.value
  const mark = async (id: string) => {
    const group = rows.find((one) => one.id === id)
    if (!group) return
    setBusy(true)
    const found = await membersOf(group)
    setBusy(false)
    setFailure(found.ok ? null : found.failure)
    if (found.ok) onMembers(found.people)
  }
  return (
    <>
      {failure ? <FailureNotice failure={failure} /> : null}
      <NativeSelect
        label={t('examCard.plan.group')}
        value=""
        disabled={busy}
        onChange={(event) => void mark(event.currentTarget.value)}
        data={[
          { value: '', label: t('examCard.plan.chooseGroup') },
          ...rows.map((one) => ({
            value: one.id,
            label: t('examCard.plan.groupOf', { name: one.name, count: one.members }),
          })),
        ]}
      />
    </>
  )
}
