import Fastify, { type FastifyInstance } from 'fastify'
import { standingOf } from './accounts/factors.ts'
import { firstOperatorRoutes } from './accounts/first-operator.ts'
import { accountRoutes } from './accounts/routes.ts'
import { rolesOf, type SignIn } from './accounts/sessions.ts'
import { liveRoutes } from './analytics/live-routes.ts'
import { numbersRoutes } from './analytics/numbers-routes.ts'
import { qualityRoutes } from './analytics/operator-routes.ts'
import { beaconRoutes } from './analytics/routes.ts'
import { endSubscriptions } from './billing/end-subscriptions.ts'
import { billing, webhookInbox } from './billing/plugin.ts'
import { tellAddress } from './billing/tell-address.ts'
import { bucketStanding, mayServe, standingSentence } from './catalog/bucket-owner.ts'
import { crawlerRoutes } from './catalog/crawler-routes.ts'
import { uploadedPosterKey } from './catalog/object-keys.ts'
import { pageAt } from './catalog/page-at.ts'
import { publisher } from './catalog/publisher.ts'
import { catalogRoutes } from './catalog/routes.ts'
import { searchRoutes } from './catalog/search-routes.ts'
import { batched } from './clients/batcher.ts'
import { examine } from './doctor/examine.ts'
import { embedRoutes } from './embed/routes.ts'
import { heldBy } from './entitlements/held.ts'
import { entitlementRoutes } from './entitlements/operator-routes.ts'
import { letters } from './letters/letters.ts'
import { openPlayback, playing } from './playback/playback.ts'
import { playbackRoutes } from './playback/routes.ts'
import { countUrls } from './playback/url-metrics.ts'
import type { PlaybackDeps } from './playback/viewing.ts'
import { authPlugin } from './plugins/auth.ts'
import { compression } from './plugins/compression.ts'
import { connections, slowestMs } from './plugins/connections.ts'
import { crossOrigin } from './plugins/cross-origin.ts'
import { deviceCookie } from './plugins/device-cookie.ts'
import { forwarding, leaveOutPorts } from './plugins/forwarding.ts'
import { gracefulClose } from './plugins/graceful-close.ts'
import { health } from './plugins/health.ts'
import { metrics } from './plugins/metrics.ts'
import { oneHost } from './plugins/one-host.ts'
import { describeRoutes, openApi } from './plugins/openapi.ts'
import { lookedFor, pages } from './plugins/pages.ts'
import { permissionsPlugin } from './plugins/permissions.ts'
import { notFound, problemJson, refuseAddress } from './plugins/problem-json.ts'
import { readerLanguage } from './plugins/reader-language.ts'
import { requestId, requestLog } from './plugins/request-log.ts'
import { security } from './plugins/security.ts'
import { securityTxt } from './plugins/security-txt.ts'
import { validation } from './plugins/validation.ts'
import { retention } from './retention/sweeper.ts'
import type { Services } from './services.ts'
import { logoRoutes } from './site/logo-routes.ts'
import { siteRoutes } from './site/routes.ts'
import { settingsRoutes } from './site/studio-routes.ts'
import { frontRoutes } from './studio/front-routes.ts'
import { houseMetrics } from './studio/house-metrics.ts'
import { openingRoutes } from './studio/opening-routes.ts'
import { operatorsRoutes } from './studio/operator-routes.ts'
import { studioRoutes } from './studio/routes.ts'
import { stateRoutes } from './studio/state-routes.ts'
import { queueCaptions } from './transcode/captions/queue-captions.ts'
import { cleanPoster } from './transcode/posters/clean-poster.ts'
import { takePoster } from './transcode/posters/take-poster.ts'
import { enqueueTranscode } from './transcode/queue/enqueue.ts'
import type { UploadedFile } from './uploads/purposes.ts'
import { uploadRoutes } from './uploads/routes.ts'
import { uploadSweeper } from './uploads/sweeper.ts'

/** Matinee's HTTP side: everything it answers, in the order in which it is asked. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const { config, log } = services
  const app = Fastify({
    loggerInstance: log.child({}, requestLog),
    genReqId: requestId,
    trustProxy: config.TRUSTED_PROXIES?.split(',') ?? false,
    // What still arrives while closing is answered: a proxy would hand a 503 on to the viewer.
    return503OnClosing: false,
    // A start on a cold disk or a busy machine is late, and not broken.
    pluginTimeout: 60_000,
    bodyLimit: 64 * 1024,
    requestTimeout: slowestMs.request,
    http: { headersTimeout: slowestMs.headers, connectionsCheckingInterval: slowestMs.lookEvery },
    frameworkErrors: refuseAddress,
    // The first that sees a request.
    rewriteUrl(asked) {
      leaveOutPorts(asked.headers)
      return lookedFor(asked)
    },
    routerOptions: { maxParamLength: 200 },
  }) as unknown as FastifyInstance

  // across all routes
  await app.register(connections, {
    most: config.MAX_CONNECTIONS_PER_ADDRESS,
    proxies: config.TRUSTED_PROXIES,
  })
  await app.register(problemJson)
  await app.register(oneHost)
  await app.register(forwarding)
  await app.register(validation)
  await app.register(gracefulClose)
  await app.register(metrics)
  await app.register(health, {
    ...services,
    ownership: async () => {
      const standing = await bucketStanding(services)
      return mayServe(standing) ? null : standingSentence(standing)
    },
  })
  await app.register(describeRoutes, { publicUrl: config.PUBLIC_URL })

  const delivery = countUrls(app.metrics, services.delivery)
  const watching = openPlayback({ ...services, delivery })
  await app.register(webhookInbox, { ...services, heldBy: (userId) => heldBy(services, userId) })
  await app.register(players, { services, watching })
  await app.register(browsers, { services, watching })
  return app
}

interface SideOptions {
  services: Services
  watching: PlaybackDeps
}

/** What players ask by a token. What guards pages and their cookies stands apart: it would cost at every turn. */
async function players(app: FastifyInstance, { services, watching }: SideOptions) {
  await app.register(playing, watching)
  await app.register(beaconRoutes, services)
}

/** What pages ask, and those who come by. */
async function browsers(app: FastifyInstance, { services, watching }: SideOptions) {
  const { clock, config, database, mailer } = services
  const publicUrl = config.PUBLIC_URL
  const https = publicUrl.startsWith('https:')

  // across the routes of pages
  await app.register(readerLanguage)
  await app.register(notFound)
  await app.register(compression)
  await app.register(security, {
    publicUrl,
    bucketOrigin: services.presigner.origin,
    deliveryOrigin: services.delivery.origin,
  })
  await app.register(authPlugin, {
    secrets: config.JWT_SECRETS.split(','),
    clock,
    https,
    roleOf: batched((signIns: SignIn[]) => rolesOf(database, signIns, clock.now()), {
      ...{ atOnce: 4, most: 200, everyMs: 10, singly: false },
    }),
  })
  await app.register(permissionsPlugin, {
    clock,
    standingOf: (viewer) => standingOf(database, viewer),
    secondFactorRequired: async () => (await services.settings.read()).secondFactorRequired,
  })
  await app.register(crossOrigin)
  await app.register(deviceCookie, { https })
  await app.register(securityTxt, { contact: config.SECURITY_CONTACT, publicUrl, clock })
  await app.register(openApi)

  // the domains
  await app.register(accountRoutes, {
    database,
    mailer,
    clock,
    publicUrl,
    get siteName() {
      return services.settings.now().name
    },
    get siteLanguage() {
      return services.settings.now().language
    },
    secrets: config.JWT_SECRETS.split(','),
    attemptsPerMinute: config.AUTH_ATTEMPTS_PER_MINUTE,
    streamLeaseSeconds: config.STREAM_LEASE_SECONDS,
    endPayments: async (userId) => {
      await endSubscriptions(services, userId, { refund: false, actorId: userId })
    },
    tellAddress: (userId) => tellAddress(services, userId),
    subscriptionOf: async (userId) => (await heldBy(services, userId)).subscription,
  })
  await app.register(firstOperatorRoutes, services)
  await app.register(siteRoutes, services)
  await app.register(settingsRoutes, services)
  await app.register(logoRoutes, services)
  await app.register(billing, { ...services, heldBy: (userId) => heldBy(services, userId) })
  await app.register(entitlementRoutes, services)
  await app.register(catalogRoutes, services)
  await app.register(searchRoutes, services)
  await app.register(crawlerRoutes, services)
  await app.register(embedRoutes, services)
  await app.register(publisher, services)
  await app.register(letters, services)
  await app.register(studioRoutes, services)
  await app.register(frontRoutes, services)
  await app.register(operatorsRoutes, services)
  await app.register(stateRoutes, services)
  houseMetrics(app.metrics, services)
  await app.register(openingRoutes, { ...services, examine: () => examine(services) })
  await app.register(playbackRoutes, watching)
  const sums = { database: services.reports, clock }
  await app.register(qualityRoutes, sums)
  await app.register(numbersRoutes, sums)
  await app.register(liveRoutes, services)

  const uploads = {
    ...services,
    takers: {
      video: ({ videoId }: UploadedFile) => enqueueTranscode(services, videoId),
      poster: async (file: UploadedFile) => {
        const key = uploadedPosterKey(file.videoId, file.uploadId)
        await takePoster(services, { ...file, key }, await cleanPoster(services, file.key, key))
      },
      captions: (file: UploadedFile) => queueCaptions(services, file),
    },
  }
  await app.register(uploadRoutes, uploads)
  await app.register(uploadSweeper, uploads)
  await app.register(retention, services)

  // what is left is a page
  await app.register(pages, { pageAt: (path) => pageAt(services, path) })
}
