import { Page } from '../ui/page.tsx'

/** Every component of ui/ in each of its states. Not in the production build. */
export function Gallery() {
  return <Page title="Галерея" />
}
