import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../hosts/home.ts'

export interface ArticleFile {
  readonly path: string
  readonly name: string
  readonly text: string
}

/** Real articles lie beside the project where it is developed; elsewhere its own seeds serve. */
const FOLDERS = [path.join(ROOT, '..', 'shared', 'seeds'), path.join(ROOT, 'seeds', 'articles')]

/** @returns Five articles in the order of their names. */
export function fiveArticles(): readonly ArticleFile[] {
  const found = FOLDERS.map(articlesIn).find((articles) => articles.length >= 5)
  if (found === undefined) throw new Error('There are no articles to import')
  return found.slice(0, 5)
}

/** @returns The longest of the five. */
export function longestArticle(): ArticleFile {
  const [longest] = fiveArticles().toSorted((a, b) => b.text.length - a.text.length)
  if (longest === undefined) throw new Error('There is no article')
  return longest
}

function articlesIn(folder: string): readonly ArticleFile[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .toSorted()
      .map((name) => {
        const file = path.join(folder, name)
        // A byte order mark is of the file, and not of its text.
        return { path: file, name, text: new TextDecoder().decode(readFileSync(file)) }
      })
  } catch {
    return []
  }
}
