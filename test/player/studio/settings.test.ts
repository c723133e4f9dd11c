import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { scratch } from '../../fixtures/scratch.ts'
import { openStudio } from '../../fixtures/studio.ts'

t.test('what is saved shows at once, and of someone else’s saving it is told', async (t) => {
  const { page, operator, database, complaints } = await openStudio(t, { width: 390 })
  await page.goto('/studio/settings')
  const look = page.getByRole('region', { name: 'Name and look' })
  const name = look.getByLabel('Name of the site')
  await name.fill(' ')
  await look.getByRole('button', { name: 'Save' }).click()
  await look.getByText('Give the site a name').waitFor()
  await name.fill('Kino Süd')
  await look.getByLabel('Use colours of your own').check()
  await look.getByLabel('Accent colour on dark').fill('#222222')
  await look.getByText(/Contrast 1(\.\d)?:1, and 4.5:1 or more is needed/).waitFor()
  await look.getByLabel('Accent colour on dark').fill('#7cc4ff')
  await look.getByRole('button', { name: 'Save' }).click()
  await look.getByText('Saved', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Kino Süd, all films' }).waitFor()
  await page.waitForFunction(() => document.title === 'Settings · Kino Süd')
  await page.waitForFunction(
    () => getComputedStyle(document.documentElement).getPropertyValue('--accent') === '#7cc4ff',
  )
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  t.equal(wide, 0, 'nothing stands out at the side')

  const elsewhere = (body: object) => operator.request('PATCH', '/api/studio/settings', body)
  await elsewhere({ name: 'Kino Nord' })
  await name.fill('Kino Ost')
  await look.getByRole('button', { name: 'Save' }).click()
  await look.getByText('Name of the site: now “Kino Nord”').waitFor()
  t.equal(await name.inputValue(), 'Kino Ost', 'what was typed is still there')
  t.equal((await database.siteSetting.findFirstOrThrow()).name, 'Kino Nord')
  await look.getByRole('button', { name: 'Save mine' }).click()
  await look.getByText('Saved', { exact: true }).waitFor()
  t.equal((await database.siteSetting.findFirstOrThrow()).name, 'Kino Ost')
  await elsewhere({ name: 'Kino West' })
  await name.fill('Kino Mitte')
  await look.getByRole('button', { name: 'Save' }).click()
  await look.getByRole('button', { name: 'Use theirs' }).click()
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('input[name="name"]')?.value === 'Kino West',
  )
  t.same(complaints, [])
})

t.test('the logo, a legal page and a test mail, each with its button', async (t) => {
  const { page, complaints } = await openStudio(t)
  await page.goto('/studio/settings')
  const logo = page.getByRole('region', { name: 'Logo' })
  const folder = await scratch(t)
  const svg = join(folder, 'logo.svg')
  await writeFile(svg, '<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>')
  const file = logo.locator('input[type=file]')
  await file.setInputFiles(svg)
  await logo.getByText('Export the logo as PNG').waitFor()
  const large = { name: 'large.png', mimeType: 'image/png', buffer: Buffer.alloc(9 * 1024 * 1024) }
  await file.setInputFiles(large)
  await logo.getByRole('alert').getByText('of up to 2 MB').waitFor()
  const png = join(folder, 'logo.png')
  const input = ['-y', '-loglevel', 'error', '-f', 'lavfi', '-i', 'color=red:size=300x100']
  execFileSync('ffmpeg', [...input, '-frames:v', '1', png])
  await file.setInputFiles(png)
  await logo.getByRole('img').waitFor()
  await page.locator('.brand-logo').waitFor()
  await logo.getByRole('button', { name: 'Remove the logo' }).click()
  await page.locator('.brand .mark').waitFor()

  const legal = page.getByRole('region', { name: 'Address and legal pages' })
  await legal.getByLabel('Postal address').fill('Hauptstr. 1\nBerlin')
  await legal.locator('summary', { hasText: 'Terms' }).click()
  await legal.getByLabel('Text of “Terms”').fill('# One\n\n<img src=x onerror=alert(1)>**two**')
  await legal.getByRole('button', { name: 'Preview' }).filter({ visible: true }).click()
  await legal.locator('.legal-preview strong').waitFor()
  t.equal(await legal.locator('.legal-preview img').count(), 0)
  await legal.getByRole('button', { name: 'Save' }).click()
  await legal.getByText('Saved', { exact: true }).waitFor()
  await page.locator('.footer').getByText('Hauptstr. 1').waitFor()

  await page.getByRole('button', { name: 'Send a test mail' }).click()
  await page.getByText('No mail server is set').waitFor()
  await page.locator('.footer').getByRole('link', { name: 'Terms' }).click()
  await page.getByRole('heading', { name: 'One' }).waitFor()
  t.same(complaints, [])
})
