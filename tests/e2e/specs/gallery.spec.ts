import type { Frame, Page } from '@playwright/test'
import { readFile, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { barriersIn } from '../../gallery/barriers.ts'
import { serveBuiltGallery } from '../../gallery/built-gallery.ts'
import type { troublesOf } from '../../gallery/troubles.ts'
import { expect, test } from '../fixtures.ts'
import { ROOT } from '../hosts/home.ts'
import { skipWhere } from '../support/skip-where.ts'

/** What the page of a story holds for this test. */
interface StoryWindow {
  readonly troublesOf: typeof troublesOf
  readonly barriersIn: typeof barriersIn
}

/** Elements without a look of their own, and why. */
const WITHOUT_STORIES: Readonly<Record<string, string>> = {
  'rubric-announcements': 'is heard and not seen',
  'rubric-app': 'the whole window, of which `npm run screenshots` takes pictures',
  'rubric-dialogs': 'shows one of the dialogs, each of which has its stories',
}

const SCHEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const
type Scheme = keyof typeof SCHEMES

/** Colours are all that differs in the dark; forced ones are the person's own. */
const RULES = { light: 'all', dark: 'colours', forced: null } as const

/** Where pictures are left for a person who wants to look; drawing them takes half of the time. */
const PICTURES =
  process.env['GALLERY_PICTURES'] === undefined ? null : path.join(ROOT, 'test-results', 'gallery')

// A trace of so many windows takes longer than all else, and the pictures say more.
test.use({ trace: 'off' })

test('every element looks right in every state', async ({ host, installedBrowser }) => {
  skipWhere(
    host === 'electron',
    'the gallery is a page for browsers, and the elements are the same',
  )
  if (installedBrowser === null) throw new Error('No browser was started')
  // To end what hangs: these are some two hundred windows.
  test.setTimeout(600_000)
  if (PICTURES !== null) await rm(PICTURES, { recursive: true, force: true })
  const gallery = await serveBuiltGallery()
  const context = await installedBrowser.newContext({
    viewport: { width: 1900, height: 1000 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const troubles: string[] = []
  let place = ''
  const tell = (what: string): number => troubles.push(`${place}: ${what}`)
  page.on('pageerror', ({ message }) => tell(message))
  page.on('console', (message) => message.type() === 'error' && tell(message.text()))
  try {
    await page.goto(gallery.address)
    const elements = await elementsWithStories(page)
    expect.soft(elements.toSorted(), 'elements with stories').toEqual(await registeredElements())
    for (const element of elements) {
      await test.step(element, async () => {
        place = element
        await open(page, `${gallery.address}#${shortName(element)}`, element)
        for (const scheme of ['light', 'dark', 'forced'] as const) {
          place = `${element}, ${scheme}`
          for (const trouble of await look(page, element, scheme)) tell(trouble)
        }
      })
    }
    expect(troubles).toEqual([])
  } finally {
    await context.close()
    await gallery.close()
  }
})

async function elementsWithStories(page: Page): Promise<readonly string[]> {
  const links = page.getByRole('navigation', { name: 'Elements' }).getByRole('link')
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  return addresses.map((address) => address?.replace('#', 'rubric-') ?? '')
}

/** The elements that the program's sources register and that should have stories. */
async function registeredElements(): Promise<readonly string[]> {
  const folder = path.join(ROOT, 'src', 'renderer')
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'))
  const sources = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')))
  return sources
    .flatMap((source) => [...source.matchAll(/@customElement\('([^']+)'\)/g)])
    .flatMap(([, name = '']) => (Object.hasOwn(WITHOUT_STORIES, name) ? [] : [name]))
    .toSorted()
}

async function open(page: Page, address: string, element: string): Promise<void> {
  await page.emulateMedia(SCHEMES.light)
  await page.goto(address)
  const heading = page.getByRole('heading', { level: 2, name: element, exact: true })
  await expect(page.locator('main[data-shown]').filter({ has: heading })).toBeVisible({
    timeout: 60_000,
  })
}

/** Looks at all stories of an element at once. @returns What is wrong, a line each. */
async function look(page: Page, element: string, scheme: Scheme): Promise<readonly string[]> {
  await page.emulateMedia(SCHEMES[scheme])
  const found = await Promise.all(storiesIn(page).map((story) => lookAt(story, element, scheme)))
  if (PICTURES !== null) {
    const file = path.join(PICTURES, `${shortName(element)}-${scheme}.png`)
    // Nothing moves here, and to make sure of it in every window takes longer than the picture.
    await page.screenshot({ path: file, fullPage: true, caret: 'initial' })
  }
  return found.flat()
}

async function lookAt(story: Frame, element: string, scheme: Scheme): Promise<readonly string[]> {
  const found = await story.evaluate(
    async ([name, rules]) => {
      const { troublesOf: lies, barriersIn: bars } = globalThis as unknown as StoryWindow
      return [...(await lies(name)), ...(rules === null ? [] : await bars(rules))]
    },
    [element, RULES[scheme]] as const,
  )
  return found.map((what) => `${addressOf(story)}: ${what}`)
}

/** The windows that show a story; others wait for an element with more of them. */
function storiesIn(page: Page): readonly Frame[] {
  return page.frames().filter((frame) => frame !== page.mainFrame() && addressOf(frame) !== '')
}

function addressOf(story: Frame): string {
  return new URL(story.url()).hash.slice(1)
}

function shortName(element: string): string {
  return element.replace('rubric-', '')
}
