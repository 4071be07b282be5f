import { Button, Select, Textarea } from '@mantine/core'
import { listDecisions, readDecision, recommendAsDirector } from '@ochno/contract/decisions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import type { Part } from './part.ts'
import classes from './decisions.module.css'
import { isOpen } from './standing.ts'

type Post = 'director' | 'deputy_director'
const isDirector = (post: string): post is Post => post === 'director' || post === 'deputy_director'

/** Statuses 3, 4 and 5 wait for the director or the deputy (R4-A4.19). */
export function DirectorCard({ view, zone }: Part) {
  const { t } = useTranslation()
  const { director } = view
  const mine = view.myPosts.filter(isDirector)
  const saying = useDo(recommendAsDirector, [readDecision, listDecisions])
  const [as, setAs] = useState<Post>(mine[0] ?? 'director')
  const [recommendation, setRecommendation] = useState('')
  const waits = director.wanted && director.recommendation === null
  return (
    <Card title={t('decisions.director.title')} lead={waits ? t('decisions.director.lead') : null}>
      <Rows>
        {director.recommendation ? (
          <div>
            <p>{director.recommendation}</p>
            {director.by ? (
              <p className={classes.quiet}>
                {t(`decisions.posts.${director.by.post}`)}, {director.by.name},{' '}
                <When at={director.by.at} zone={zone} />
              </p>
            ) : null}
          </div>
        ) : null}
        {waits && mine.length === 0 ? <Notice tone="info" title={t('decisions.director.waits')} /> : null}
        {director.wanted && mine.length > 0 && isOpen(view.state) && waits ? (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void saying.run({ params: { sid: view.session }, body: { as, recommendation } })
            }}
          >
            <Rows>
              {saying.failure ? <FailureNotice failure={saying.failure} /> : null}
              <Select
                label={t('decisions.as')}
                value={as}
                allowDeselect={false}
                onChange={(post) => post && isDirector(post) && setAs(post)}
                data={mine.map((post) => ({ value: post, label: t(`decisions.posts.${post}`) }))}
              />
              <Textarea
                label={t('decisions.director.recommendation')}
                value={recommendation}
                onChange={(event) => setRecommendation(event.currentTarget.value)}
                maxLength={2000}
                autosize
                minRows={2}
              />
              <Bar>
                <Button type="submit" loading={saying.busy} disabled={!recommendation.trim()}>
                  {t('decisions.director.send')}
                </Button>
              </Bar>
            </Rows>
          </form>
        ) : null}
      </Rows>
    </Card>
  )
}
