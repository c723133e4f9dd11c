import type { ComponentChildren } from 'preact'
import { accountWords } from '../../../contract/words/account.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import type { Look } from '../../ui/button.tsx'
import { api } from '../../ui/page-api.ts'

/** Leads to Stripe's page for cards, invoices, changing and cancelling. */
export async function openPortal(): Promise<void> {
  const { url } = await api.post<{ url: string }>('/api/billing/portal')
  location.assign(url)
}

/** Leads to Stripe's page to pay once more for the plan whose payment went back. */
export async function payAgain(): Promise<void> {
  const { url } = await api.post<{ url: string }>('/api/billing/pay-again')
  location.assign(url)
}

interface PortalButtonProps {
  look?: Look
  wide?: boolean
  children: ComponentChildren
}

export const PortalButton = (props: PortalButtonProps) => (
  <ActionButton {...props} busy={accountWords('opening')} leaves act={openPortal} />
)

export const PayAgainButton = (props: PortalButtonProps) => (
  <ActionButton {...props} busy={accountWords('opening')} leaves act={payAgain} />
)
