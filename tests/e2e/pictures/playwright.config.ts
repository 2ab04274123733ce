import { defineConfig } from '@playwright/test'
import everyday from '../../../playwright.config.ts'

/* The pictures of the documentation, taken by `npm run screenshots`. */
export default defineConfig(everyday, { testDir: '.' })
