import type { Keys } from '../pages/contestant.ts'
import type { DriverFactory } from './driver.ts'
import { PageDriver } from './page-driver.ts'
import { ProductDriver } from './product-driver.ts'

/** Whatever all others are compared with. */
export const BASELINE = 'bare-highlights'
export const PRODUCT = 'product'

interface ContestantEntry {
  /** The package whose version is told; none for what lies in this repository. */
  readonly package?: string
  readonly isPeer: boolean
  readonly driver: DriverFactory
  /** What a reader of the table has to know. */
  readonly notes?: readonly string[]
}

/** Everything that can take part, in the order of the table. */
export const CONTESTANTS: Readonly<Record<string, ContestantEntry>> = {
  [PRODUCT]: {
    isPeer: false,
    driver: (page, origin) => new ProductDriver(page, origin),
    notes: ['its whole window, with library, inspector and bars'],
  },
  [BASELINE]: bare(BASELINE),
  'bare-marks': bare('bare-marks'),
  'bare-overlay': bare('bare-overlay'),
  recogito: peer('recogito', '@recogito/text-annotator', {}),
  'label-studio': peer(
    'label-studio',
    '@heartexlabs/label-studio',
    { move: 'the ends of a region cannot be moved in this version' },
    ['its whole front end, with the list of regions'],
  ),
  'v-annotator': peer('v-annotator', 'v-annotator', {
    jump: 'it has no means to go to a span',
  }),
}

function bare(name: string): ContestantEntry {
  return {
    isPeer: false,
    driver: (page, origin) => new PageDriver(page, `${origin}/contestant/${name}`, {}),
  }
}

function peer(
  name: string,
  packageName: string,
  cannot: Partial<Record<keyof Keys, string>>,
  notes: readonly string[] = [],
): ContestantEntry {
  return {
    package: packageName,
    isPeer: true,
    driver: (page, origin) => new PageDriver(page, `${origin}/contestant/${name}`, cannot),
    notes,
  }
}
