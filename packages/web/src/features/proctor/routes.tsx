import type { Feature } from '../../api/feature-route.ts'

export const proctor: Feature = { routes: [] }
