import type { Page } from 'playwright-core'
import type { Role } from '../../core/model/layer.ts'
import type { NamedBytes } from '../../server/import/record/imported.ts'
import { dropped } from './open-page.ts'

/** Chooses files in the list of the layers. */
export const chooseFiles = (page: Page, ...files: readonly NamedBytes[]): Promise<void> =>
  page.locator('#files').setInputFiles(files.map(dropped))

type Said = { readonly classField?: string; readonly holder?: string }

/** Says in the form of one file what it is, and loads it into the study in hand. */
export async function sendFile(page: Page, role: Role, { classField, holder }: Said = {}): Promise<void> {
  await page.locator('.load-row select[id$=-role]').selectOption(role)
  if (classField !== undefined) await page.locator('.load-row select[id$=-class]').selectOption(classField)
  if (holder !== undefined) await page.locator('.load-row input[id$=-holder]').fill(holder)
  await page.locator('input[name=load-into][value=this]').check()
  await page.locator('.load-buttons button[type=submit]').click()
}

/** Loads one file into the study in hand; what is known of its layer stands open then. */
export async function loadFile(page: Page, role: Role, files: readonly NamedBytes[], said: Said = {}): Promise<void> {
  await chooseFiles(page, ...files)
  await sendFile(page, role, said)
  await page.waitForSelector('.settings')
}
