import { useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'

interface DropZoneProps {
  /** What to do, such as "Drop video files here". */
  text: string
  label: string
  /** What the file chooser offers. */
  accept: string
  multiple?: boolean
  onFiles(files: File[]): void
}

/** Takes files, dropped or chosen. */
export function DropZone({ text, label, accept, multiple = false, onFiles }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1)
    if (files.length > 0) onFiles(files)
  }
  return (
    <fieldset
      class={`drop${over ? ' drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer?.files)
      }}
    >
      <p>{text}</p>
      <Button look="secondary" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        class="drop-input"
        type="file"
        accept={accept}
        multiple={multiple}
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          take(event.currentTarget.files)
          // so that choosing the same file again is a choice too
          event.currentTarget.value = ''
        }}
      />
    </fieldset>
  )
}

/** What a film may be, for the file chooser; the server looks at the content. */
export const videoFiles = 'video/*,.mkv,.mp4,.mov,.webm,.m4v'

export const pictureFiles = 'image/jpeg,image/png,image/webp'

// Few systems know a type for SubRip and SubStation.
export const captionFiles = '.vtt,.srt,.ass,.ssa,text/vtt,application/x-subrip'
