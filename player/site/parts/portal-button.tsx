import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type Problem, toProblem } from '../problem.ts'
import { api } from '../site-api.ts'
import { Button } from '../ui/button.tsx'

/** Leads to Stripe's page for cards, invoices, changing and cancelling. */
export async function openPortal(): Promise<void> {
  const { url } = await api.post<{ url: string }>('/api/billing/portal')
  location.assign(url)
}

interface PortalButtonProps {
  look?: 'primary' | 'secondary' | 'quiet'
  wide?: boolean
  children: ComponentChildren
}

/** The button that does so, and says when it cannot. */
export function PortalButton({ children, ...looks }: PortalButtonProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  async function open() {
    setBusy(true)
    setProblem(undefined)
    try {
      await openPortal()
    } catch (error) {
      setProblem(toProblem(error))
      setBusy(false)
    }
  }

  return (
    <div class="action">
      <Button {...looks} busy={busy && 'Opening'} onClick={() => void open()}>
        {children}
      </Button>
      {problem !== undefined && (
        <p class="action-problem" role="alert">
          {problem.message}
        </p>
      )}
    </div>
  )
}
