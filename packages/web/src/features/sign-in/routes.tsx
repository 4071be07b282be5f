import type { Feature } from '../../api/feature-route.ts'

export const signIn: Feature = { routes: [] }
