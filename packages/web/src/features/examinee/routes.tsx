import type { Feature } from '../../api/feature-route.ts'

export const examinee: Feature = { routes: [] }
