import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** What is served, by the first segment of its address. */
export interface Served {
  /** Folders of files. */
  readonly folders: Readonly<Record<string, string>>
  /** Documents by name. */
  readonly documents: ReadonlyMap<string, object>
}

/** Serves the bench's pages over loopback. */
export class BenchServer {
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
  }

  static async start(served: Served): Promise<BenchServer> {
    const server = createServer(({ url = '/' }, response) => {
      void answer(served, new URL(url, 'http://bench').pathname).then(({ type, body }) => {
        response.writeHead(body === null ? 404 : 200, { 'content-type': type })
        response.end(body)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new BenchServer(server)
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

interface Answer {
  readonly type: string
  readonly body: string | Buffer | null
}

async function answer({ folders, documents }: Served, address: string): Promise<Answer> {
  const [, area = '', ...rest] = decodeURIComponent(address).split('/')
  if (area === 'contestant') return { type: TYPES['.html'] ?? '', body: pageOf(rest.join('/')) }
  if (area === 'documents') {
    const document = documents.get(path.parse(rest.join('/')).name)
    return { type: TYPES['.json'] ?? '', body: document ? JSON.stringify(document) : null }
  }
  const folder = folders[area]
  const type = TYPES[path.extname(address)] ?? 'application/octet-stream'
  // The pages are the bench's own: nothing here needs to be kept from leaving the folder.
  const body = folder && (await readFile(path.join(folder, ...rest)).catch(() => null))
  return { type, body: body ?? null }
}

function pageOf(name: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${name}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/pages/${name}/style.css" />
  </head>
  <body>
    <div id="scroller"><div id="contestant"></div></div>
    <script type="module" src="/pages/${name}/page.js"></script>
  </body>
</html>
`
}
