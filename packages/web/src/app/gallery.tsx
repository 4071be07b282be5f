import { useLocation } from '@tanstack/react-router'
import { Card, Page, Rows } from '../ui/page.tsx'
import { actSpecimens } from './gallery/acts.tsx'
import { equipmentSpecimens } from './gallery/equipment.tsx'
import { examSpecimens } from './gallery/exam.tsx'
import { examsSpecimens } from './gallery/exams.tsx'
import { partSpecimens } from './gallery/parts.tsx'
import classes from './gallery/gallery.module.css'

/** Every component in each of its states; `?only=name` shows one as a page of its own. Demo and development builds alone. */
export function Gallery() {
  const { searchStr } = useLocation()
  const only = new URLSearchParams(searchStr).get('only')
  const all = {
    ...partSpecimens,
    ...examSpecimens,
    ...actSpecimens,
    ...equipmentSpecimens,
    ...examsSpecimens,
  }
  const one = only ? all[only] : undefined
  if (one)
    return (
      <div key={only} data-specimen={only} className={classes.specimen}>
        {one()}
      </div>
    )
  return (
    <Page title="Галерея" lead="Компоненты и экраны в каждом из состояний">
      <Rows>
        {Object.entries(partSpecimens).map(([name, show]) => (
          <Card key={name} title={name}>
            {show()}
          </Card>
        ))}
        {Object.entries({
          exam: examSpecimens,
          acts: actSpecimens,
          equipment: equipmentSpecimens,
          exams: examsSpecimens,
        }).map(([area, specimens]) => (
          <Card key={area} title={area}>
            <ul>
              {Object.keys(specimens).map((name) => (
                <li key={name}>
                  <a href={`/gallery?only=${name}`}>{name}</a>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </Rows>
    </Page>
  )
}
