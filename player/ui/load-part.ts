import { unreachable } from './problem.ts'

/** The script that this page began with: the pages of another build begin with another. */
const ownScript = () =>
  document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null

async function isReplaced(): Promise<boolean> {
  const own = ownScript()
  const answer = await fetch('/', { headers: { accept: 'text/html' }, cache: 'no-store' })
  return own !== null && answer.ok && !(await answer.text()).includes(own)
}

/**
 * Loads a part of these pages' code. A page that was open while the site was upgraded asks for what is not
 * there any more: it is loaded anew, at the same address.
 *
 * @throws Problem UNREACHABLE where the part did not come for another reason
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch {
    if (!(await isReplaced().catch(() => false))) throw unreachable()
    location.reload()
    // Nothing of this page is wanted any more.
    return new Promise(() => undefined)
  }
}
