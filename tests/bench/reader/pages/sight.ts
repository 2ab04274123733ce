/** Most text nodes looked through: a beginning or an end in many small pieces is still found. */
const MOST_NODES = 400

/** Whether an element's text has these words among its first. */
export function beginsWith(root: Element | null, words: string): boolean {
  let read = ''
  for (const node of textNodes(root, 'firstChild', 'nextNode')) {
    read += node.data
    if (read.includes(words)) return true
  }
  return false
}

/** Whether an element's last text is this, and lies in the window. */
export function endsInSight(root: Element | null, words: string): boolean {
  let read = ''
  let last: Text | undefined
  for (const node of textNodes(root, 'lastChild', 'previousNode')) {
    if (last === undefined && node.data.trim() === '') continue
    last ??= node
    read = node.data + read
    if (read.trimEnd().length >= words.length) break
  }
  if (last === undefined || !read.trimEnd().endsWith(words)) return false
  const range = document.createRange()
  range.selectNodeContents(last)
  const { bottom, height } = range.getBoundingClientRect()
  return height > 0 && bottom > 0 && bottom <= innerHeight
}

/** Number of elements, also in open shadow trees. */
export function countElements(root: Document | ShadowRoot = document): number {
  const all = [...root.querySelectorAll('*')]
  return all.reduce(
    (count, { shadowRoot }) => count + (shadowRoot ? countElements(shadowRoot) : 0),
    all.length,
  )
}

function* textNodes(
  root: Element | null,
  first: 'firstChild' | 'lastChild',
  next: 'nextNode' | 'previousNode',
): Generator<Text> {
  if (root === null) return
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  // A walker only goes backwards from where it is, and begins at the root.
  let node: Node | null = first === 'lastChild' ? deepestLast(root) : walker.nextNode()
  walker.currentNode = node ?? root
  if (node !== null && !(node instanceof Text)) node = walker[next]()
  for (let seen = 0; node !== null && seen < MOST_NODES; node = walker[next]()) {
    seen++
    yield node as Text
  }
}

function deepestLast(root: Element): Node {
  let node: Node = root
  while (node.lastChild !== null) node = node.lastChild
  return node
}
