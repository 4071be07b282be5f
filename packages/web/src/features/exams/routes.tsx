import type { Feature } from '../../api/feature-route.ts'

export const exams: Feature = { routes: [] }
