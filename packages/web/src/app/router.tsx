import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { lazy } from 'react'
import type { FeatureRoute } from '../api/feature-route.ts'
import { Crashed } from './crashed.tsx'
import { features } from './features.ts'
import { Frame } from './frame.tsx'
import { HomePage } from './home-page.tsx'
import { NotFound } from './not-found.tsx'

const root = createRootRoute({ notFoundComponent: NotFound })

const home: FeatureRoute = { path: '/', can: 'signed-in', page: async () => ({ default: HomePage }) }

// In the demo build only: the page of all components (B-33).
const gallery: readonly FeatureRoute[] =
  import.meta.env.MODE === 'development' || import.meta.env.MODE === 'demo'
    ? [
        {
          path: '/gallery',
          can: 'public',
          page: async () => ({ default: (await import('./gallery.tsx')).Gallery }),
        },
      ]
    : []

function mount(feature: FeatureRoute) {
  const Page = lazy(feature.page)
  return createRoute({
    getParentRoute: () => root,
    // The product writes `/exam/:session`; this router writes `/exam/$session`.
    path: feature.path.replace(/:(\w+)/g, '$$$1'),
    component: () => (
      <Frame route={feature}>
        <Page />
      </Frame>
    ),
  })
}

export function makeRouter() {
  const pages = [home, ...gallery, ...features.flatMap((feature) => feature.routes)]
  return createRouter({
    routeTree: root.addChildren(pages.map(mount)),
    defaultErrorComponent: Crashed,
    defaultPreload: 'intent',
    scrollRestoration: false,
  })
}
