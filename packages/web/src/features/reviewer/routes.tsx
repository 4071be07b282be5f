import type { Feature } from '../../api/feature-route.ts'

export const reviewer: Feature = { routes: [] }
