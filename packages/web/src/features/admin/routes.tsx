import type { Feature } from '../../api/feature-route.ts'

export const admin: Feature = { routes: [] }
