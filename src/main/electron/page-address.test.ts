import { expect, test, vi } from 'vitest'
import { isOwnAddress, PAGE_ADDRESS } from './page-address.ts'

vi.mock('electron', () => ({ app: { isReady: () => false } }))

test.each<[string, boolean]>([
  [PAGE_ADDRESS, true],
  ['app://rubricator/assets/index.js', true],
  ['app://rubricator', true],
  ['app://rubricator.example/', false],
  ['app://rubricator:80/', false],
  ['app://example/rubricator/', false],
  ['https://rubricator/', false],
  ['file:///rubricator/', false],
  ['about:blank', false],
  ['', false],
])('%s is an own address: %s', (address, isOwn) => {
  expect(isOwnAddress(address)).toBe(isOwn)
})
