import { account } from './account.ts'
import { embed } from './embed.ts'
import { factors } from './factors.ts'
import { pageCodes } from './page-codes.ts'
import { plans } from './plans.ts'
import { roles } from './roles.ts'
import { site } from './site.ts'
import { ui } from './ui.ts'

/** What viewers' pages say besides. */
export const pages = { account, embed, factors, pageCodes, plans, roles, site, ui }
