import { Button } from '@mantine/core'
import type { AfterExam } from '@ochno/contract/after-exam'
import type { MarkView } from '@ochno/contract/appeal-parts'
import { type ClipState, type OpenedClip, openClip } from '@ochno/contract/clips'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Rows } from '../../ui/page.tsx'
import { ClipView } from './clip-view.tsx'

/** Nothing of the recording is asked for before the person asks for it: opening is what the journal says of. */
export function MarkClip({
  view,
  mark,
  clips,
  zone,
}: {
  view: AfterExam
  mark: MarkView
  clips: ClipState
  zone: string
}) {
  const { t } = useTranslation()
  const opening = useDo(openClip, [])
  const [clip, setClip] = useState<OpenedClip | null>(null)
  const open = async () => {
    const answer = await opening.run({ params: { sid: view.session, key: mark.key } })
    if (answer.ok) setClip(answer.body)
  }
  return (
    <Rows gap="sm">
      {opening.failure ? <FailureNotice failure={opening.failure} /> : null}
      {clip ? (
        <ClipView session={view.session} clip={clip} clips={clips} mark={mark} own={view.own} zone={zone} />
      ) : null}
      <div>
        <Button
          variant={clip ? 'subtle' : 'default'}
          leftSection={clip ? null : <IconPlayerPlay size={18} aria-hidden />}
          aria-expanded={clip !== null}
          loading={opening.busy}
          onClick={() => (clip ? setClip(null) : void open())}
        >
          {t(clip ? 'appeals.clips.hide' : 'appeals.clips.show')}
        </Button>
      </div>
    </Rows>
  )
}
