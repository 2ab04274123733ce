import { describe, expect, it } from 'vitest'
import type { Attribute } from '../../core/annotation/attribute.ts'
import { AttributeForm } from './attribute-form.ts'

const TEXT: Attribute = { name: 'weight', type: 'text' }
const NUMBER: Attribute = { name: 'weight', type: 'number', minimum: null, maximum: null }

describe('the form of an attribute', () => {
  it('is not set back by what was saved before and comes late, or twice', () => {
    const form = new AttributeForm(TEXT)
    expect(form.edit({ type: 'number' }, [])).toEqual(NUMBER)
    const bounded = form.edit({ minimum: '0' }, [])
    expect(bounded).toEqual({ ...NUMBER, minimum: 0 })
    expect(form.arrive({ ...NUMBER })).toBe(false)
    expect(form.arrive({ ...NUMBER })).toBe(false)
    expect(form.edit({ maximum: '1' }, [])).toEqual({ ...NUMBER, minimum: 0, maximum: 1 })
    expect(form.arrive({ ...bounded! })).toBe(false)
    expect(form.draft).toMatchObject({ minimum: '0', maximum: '1' })
  })

  it('shows what others made of it, also what it was once', () => {
    const form = new AttributeForm(TEXT)
    form.edit({ type: 'number' }, [])
    form.edit({ minimum: '0' }, [])
    form.arrive({ ...NUMBER, minimum: 0 })
    expect(form.arrive(NUMBER)).toBe(true)
    expect(form.draft.minimum).toBe('')
    form.edit({ name: ' ' }, [])
    expect(form.problem?.field).toBe('name')
    expect(form.arrive(TEXT)).toBe(true)
    expect(form.draft).toMatchObject({ name: 'weight', type: 'text' })
    expect(form.problem).toBeNull()
  })

  it('keeps what another type needs, and what cannot be used', () => {
    const form = new AttributeForm({ name: 'outcome', type: 'choice', choices: ['killed'] })
    const text = form.edit({ type: 'text' }, [])
    expect(form.arrive(text!)).toBe(false)
    expect(form.draft.choices).toBe('killed')
    expect(form.edit({ type: 'choice', choices: 'a\na' }, [])).toBeNull()
    expect(form.problem?.message).toBe('“a” is there twice.')
    expect(form.draft.choices).toBe('a\na')
  })

  it('keeps what cannot be used where the same definition is read again', () => {
    const form = new AttributeForm(TEXT)
    expect(form.edit({ type: 'choice' }, [])).toBeNull()
    // As where a colleague has changed another label.
    expect(form.arrive({ ...TEXT })).toBe(false)
    expect(form.draft.type).toBe('choice')
    expect(form.problem?.field).toBe('choices')
  })

  it('saves nothing that is there, and tries again what was not taken', () => {
    const form = new AttributeForm(NUMBER)
    expect(form.edit({ minimum: '' }, [])).toBeNull()
    expect(form.edit({ minimum: '5' }, [])).not.toBeNull()
    expect(form.edit({ minimum: '' }, [])).toEqual(NUMBER)
    expect(form.edit({ minimum: '5' }, [])).toEqual({ ...NUMBER, minimum: 5 })
    expect(form.edit({ minimum: '5' }, [])).toEqual({ ...NUMBER, minimum: 5 })
  })
})
