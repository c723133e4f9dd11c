import { op, stripe } from './operation.ts'

export const site = {
  'GET /api/site': op('getSite', 'anyone'),
  'GET /api/site/legal/:slug': op('getLegalPage', 'anyone', ['NOT_FOUND']),
  'GET /api/studio/settings': op('getSettings', 'operator'),
  'PATCH /api/studio/settings': op('changeSettings', 'operator', ['CONFLICT']),
  'POST /api/studio/settings/legal-preview': op('previewLegalPage', 'operator'),
  'POST /api/studio/settings/test-mail': op('sendTestMail', 'operator', ['CONFLICT']),
  'PUT /api/studio/settings/logo': op('changeLogo', 'operator', ['BAD_REQUEST', 'TOO_LARGE']),
  'DELETE /api/studio/settings/logo': op('removeLogo', 'operator'),
  'GET /api/studio/mails': op('listMails', 'operator'),
  'GET /api/studio/opening': op('getOpening', 'operator'),
  'PATCH /api/studio/opening': op('leaveOpeningStep', 'operator'),
  'POST /api/studio/opening/doors': op('openDoors', 'operator'),
  'POST /api/studio/checks': op('runChecks', 'operator'),
  'POST /api/studio/stripe/connect': op('connectStripe', 'operator', ['CONFLICT', ...stripe]),
  'GET /api/studio/plans': op('listStudioPlans', 'operator'),
  'POST /api/studio/plans': op('createPlan', 'operator', ['CONFLICT', ...stripe]),
  'GET /api/studio/promotion-codes': op('listPromotionCodes', 'operator', stripe),
  'POST /api/studio/promotion-codes': op('createPromotionCode', 'operator', [
    'CONFLICT',
    ...stripe,
  ]),
  'PATCH /api/studio/promotion-codes/:id': op('switchPromotionCode', 'operator', [
    'NOT_FOUND',
    'CONFLICT',
    ...stripe,
  ]),
  'PATCH /api/studio/plans/:id': op('changeStudioPlan', 'operator', [
    'NOT_FOUND',
    'CONFLICT',
    ...stripe,
  ]),
} as const
