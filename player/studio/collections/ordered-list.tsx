import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { collectionWords } from '../../../contract/words/collections.ts'
import { ActionButton } from '../../ui/action-button.tsx'

export interface Dragged {
  list: string
  id: string
}

export interface OrderedItem {
  id: string
  /** What it is called when it is told of. */
  name: string
  what: ComponentChildren
  /** What else can be done with it. */
  acts?: ComponentChildren
}

interface OrderedListProps {
  /** Its name among the lists that share `dragged`. */
  list: string
  label: string
  items: readonly OrderedItem[]
  dragged: Dragged | undefined
  onDrag(dragged: Dragged | undefined): void
  /** Answers whether it is there now. */
  onPlace(id: string, at: number): Promise<boolean>
}

/** A list that is ordered by dragging, or by buttons with keyboard and finger. */
export function OrderedList(props: OrderedListProps) {
  const { list, label, items, dragged, onDrag, onPlace } = props
  const [said, say] = useState('')
  const element = useRef<HTMLOListElement>(null)

  async function step({ id, name }: OrderedItem, at: number, way: 'up' | 'down') {
    if (!(await onPlace(id, at))) return
    say(collectionWords('nowAt', { title: name, at: at + 1, all: items.length }))
    // Whoever moves it by keyboard stays with it, though its place in the page is another.
    requestAnimationFrame(() => {
      const row = element.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)
      const button = row?.querySelector<HTMLElement>(`[data-way="${way}"] button`)
      // At the end there is no further that way: the next press is not to lead back.
      ;(button ?? row)?.focus()
    })
  }

  const dropOn = (at: number) => (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (dragged === undefined) return
    const from = dragged.list === list ? items.findIndex(({ id }) => id === dragged.id) : -1
    onDrag(undefined)
    if (from !== at) void onPlace(dragged.id, at).catch(() => undefined)
  }
  const dragOver = (event: DragEvent) => dragged !== undefined && event.preventDefault()

  return (
    <>
      <ol
        ref={element}
        class={`ledger ordered${dragged === undefined ? '' : ' ordered-open'}`}
        aria-label={label}
        onDragOver={dragOver}
        onDrop={dropOn(items.length)}
      >
        {items.map((item, index) => (
          <li
            key={item.id}
            data-id={item.id}
            tabIndex={-1}
            draggable
            class={dragged?.id === item.id ? 'ledger-dragged' : undefined}
            onDragStart={() => onDrag({ list, id: item.id })}
            onDragEnd={() => onDrag(undefined)}
            onDragOver={dragOver}
            onDrop={dropOn(index)}
          >
            <span class="ledger-what">{item.what}</span>
            <span class="ledger-acts">
              {(['up', 'down'] as const).map((way) => {
                const at = way === 'up' ? index - 1 : index + 1
                if (at < 0 || at >= items.length) return null
                const name = way === 'up' ? 'moveUp' : 'moveDown'
                return (
                  <span data-way={way} key={way}>
                    <ActionButton
                      look="quiet"
                      busy={collectionWords('moving')}
                      act={() => step(item, at, way)}
                    >
                      <span aria-hidden="true">{collectionWords(way)}</span>
                      <span class="unseen">{collectionWords(name, { title: item.name })}</span>
                    </ActionButton>
                  </span>
                )
              })}
              {item.acts}
            </span>
          </li>
        ))}
      </ol>
      <p class="unseen" role="status">
        {said}
      </p>
    </>
  )
}
