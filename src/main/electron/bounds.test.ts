import { describe, expect, test } from 'vitest'
import { fitBounds } from './bounds.ts'

const LAPTOP = { x: 0, y: 24, width: 1440, height: 876 }
const BESIDE = { x: 1440, y: 0, width: 1920, height: 1080 }

describe('the bounds of a window', () => {
  test('are the usual ones, centred, at the first start', () => {
    expect(fitBounds(null, [LAPTOP, BESIDE])).toEqual({ width: 1280, height: 820 })
  })

  test('are smaller on a small display', () => {
    expect(fitBounds(null, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({
      width: 1024,
      height: 600,
    })
  })

  test('are the remembered ones', () => {
    const bounds = { x: 1500, y: 100, width: 1000, height: 700 }
    expect(fitBounds(bounds, [LAPTOP, BESIDE])).toEqual(bounds)
  })

  test('come back when their display is gone', () => {
    const bounds = { x: 1500, y: 100, width: 1800, height: 1000 }
    expect(fitBounds(bounds, [LAPTOP])).toEqual({ width: 1440, height: 876 })
  })

  test('are moved wholly into the display they are mostly on', () => {
    const bounds = { x: 900, y: -40, width: 1000, height: 700 }
    expect(fitBounds(bounds, [LAPTOP, BESIDE])).toEqual({ x: 440, y: 24, width: 1000, height: 700 })
  })

  test('stay as they were without a display', () => {
    expect(fitBounds(null, [])).toEqual({ width: 1280, height: 820 })
  })
})
