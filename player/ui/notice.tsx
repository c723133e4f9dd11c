import type { ComponentChildren } from 'preact'

interface NoticeProps {
  tone?: 'good' | 'calm' | 'urgent'
  heading?: string
  children: ComponentChildren
  /** What can be done about it. */
  action?: ComponentChildren
}

/** Something that happened, why, and what to do about it; read out as soon as it is there. */
export function Notice({ tone = 'calm', heading, children, action }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'urgent' ? 'alert' : 'status'}>
      <div class="notice-text">
        {heading !== undefined && <p class="notice-heading">{heading}</p>}
        <p>{children}</p>
      </div>
      {action !== undefined && <div class="notice-action">{action}</div>}
    </div>
  )
}
