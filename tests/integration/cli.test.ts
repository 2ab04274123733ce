import { execFile, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOf } from '../support/hash-of.ts'
import { makeHome, rubricator, type Finished, type Home } from './program.ts'

const PROGRAM = fileURLToPath(new URL('../../bin/rubricator', import.meta.url))
const COMMANDS = [
  'new',
  'sample',
  'import',
  'list',
  'export',
  'agree',
  'check',
  'backup',
  'restore',
  'serve',
]

let home: Home
const run = (...args: readonly string[]): Promise<Finished> => rubricator(home, ...args)
const inHome = (...parts: readonly string[]): string => path.join(home.folder, ...parts)

beforeAll(async () => {
  home = await makeHome()
  await run('sample', 'sample')
})
afterAll(() => home.remove())

describe('the command line', () => {
  test('says its version', async () => {
    expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test.each([...COMMANDS, ''])('helps with "%s" by an example', async (command) => {
    const { code, stdout, stderr } = await run(...(command === '' ? [] : [command]), '--help')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/Examples?:\n {2}rubricator /)
  })

  test.each([
    [[]],
    [['bogus']],
    [['new']],
    [['new', 'a', 'b']],
    [['import', 'sample']],
    [['list', 'sample', '--yaml']],
    [['export', 'sample', '--out']],
    [['serve', 'sample', '--port', 'many']],
    [['serve', 'sample', '--port', '65536']],
    [['serve', 'sample', '--project', 'other']],
  ])('ends %j, which is wrong, with 2', async (args) => {
    const { code, stdout, stderr } = await run(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(args.length === 0 ? /^Usage/ : /^rubricator: [^\n]+\n$/)
  })

  test.each(['list', 'export', 'agree', 'check', 'backup', 'restore', 'serve'])(
    '%s names a folder that is not there',
    async (command) => {
      const { code, stdout, stderr } = await run(command, 'nowhere')
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toBe(`rubricator: There is no folder ${inHome('nowhere')}\n`)
    },
  )

  test('names a folder that is no project', async () => {
    await mkdir(inHome('plain'))
    const { code, stderr } = await run('list', 'plain')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^rubricator: .*plain is not a Rubricator project[^\n]*\n$/)
  })
})

describe('new', () => {
  test('makes a project, once', async () => {
    expect(await run('new', 'fresh', '--name', 'Ünal’s 🙂')).toMatchObject({ code: 0, stderr: '' })
    expect(await readFile(inHome('fresh', 'project.json'), 'utf8')).toContain('Ünal’s 🙂')
    const before = await hashOf(inHome('fresh'))
    const again = await run('new', 'fresh')
    expect(again).toMatchObject({ code: 1, stdout: '' })
    expect(again.stderr).toContain('There is already a project')
    expect(await hashOf(inHome('fresh'))).toBe(before)
  })

  test('refuses a folder that holds something, and a name of blanks', async () => {
    await mkdir(inHome('full'))
    await writeFile(inHome('full', 'a.txt'), 'a')
    expect((await run('new', 'full')).stderr).toContain('is not empty')
    expect(await run('new', 'nameless', '--name', '  ')).toMatchObject({ code: 1 })
    expect(existsSync(inHome('nameless'))).toBe(false)
  })
})

describe('import', () => {
  test('imports what it can, and names the rest', async () => {
    await run('new', 'mixed')
    await mkdir(inHome('in', 'deep'), { recursive: true })
    await writeFile(inHome('in', 'good.txt'), 'A headline\n\nA text.\n')
    await writeFile(inHome('in', 'deep', 'same.txt'), 'A headline\n\nA text.\n')
    await writeFile(inHome('in', 'empty.txt'), '')
    await writeFile(inHome('in', 'binary.txt'), Buffer.from([80, 75, 3, 4, 0, 0, 1]))
    const { code, stdout, stderr } = await run('import', 'mixed', 'in', 'missing.txt')
    expect(code).toBe(1)
    expect(stdout).toContain('Imported 1 article and 0 annotation sets.')
    expect(stdout).toContain('Already in the project: ')
    expect(stdout).toContain('Not imported: 3 files.')
    for (const name of ['empty.txt', 'binary.txt', 'missing.txt']) expect(stderr).toContain(name)
    expect(stderr.trimEnd().split('\n')).toHaveLength(3)
    expect((await run('check', 'mixed')).stdout).toBe('ok: 1 article, 0 sets, 0 spans\n')
  })

  test('does not mind the same text again', async () => {
    await run('new', 'twice')
    await run('import', 'twice', 'in/good.txt')
    const before = await hashOf(inHome('twice'))
    const again = await run('import', 'twice', 'in/good.txt')
    expect(again).toMatchObject({ code: 0, stderr: '' })
    expect(again.stdout).toContain('Imported 0 articles')
    expect(await hashOf(inHome('twice'))).toBe(before)
  })

  test('takes one annotator’s sets of JSONL', async () => {
    await run('export', 'sample', '--out', 'both.jsonl')
    await run('new', 'one')
    const imported = await run('import', 'one', 'both.jsonl', '--annotator', 'tarik-aydin')
    expect(imported).toMatchObject({ code: 0, stderr: '' })
    const articles = JSON.parse((await run('list', 'one', '--json')).stdout)
    const annotators = articles.flatMap(({ sets }: { sets: { annotator: string }[] }) =>
      sets.map(({ annotator }) => annotator),
    )
    expect(new Set(annotators)).toEqual(new Set(['tarik-aydin']))
    const unknown = await run('import', 'one', 'both.jsonl', '--annotator', 'tarik')
    expect(unknown).toMatchObject({
      code: 1,
      stderr:
        'rubricator: both.jsonl: it holds no set by "tarik", only by miriam-keller, tarik-aydin\n',
    })
  })
})

describe('list', () => {
  test('shows a row for each article', async () => {
    const { code, stdout } = await run('list', 'sample')
    const [head, ...rows] = stdout.trimEnd().split('\n')
    expect(code).toBe(0)
    expect(head).toMatch(/^ID +TITLE +OUTLET +PUBLISHED +SETS$/)
    expect(rows).toHaveLength(5)
    for (const row of rows)
      expect(row).toMatch(/ miriam-keller:[a-z-]+:\d+ tarik-aydin:[a-z-]+:\d+$/)
  })

  test('gives programs an array', async () => {
    const articles = JSON.parse((await run('list', 'sample', '--json')).stdout)
    expect(articles).toHaveLength(5)
    expect(Object.keys(articles[0])).toEqual(['id', 'title', 'outlet', 'published', 'sets'])
  })

  test('tells of a file that cannot be read, with the rest', async () => {
    await run('sample', 'broken')
    const [folder = ''] = await readdir(inHome('broken', 'articles'))
    const [file = ''] = await readdir(inHome('broken', 'articles', folder))
    await writeFile(inHome('broken', 'articles', folder, file), '{')
    const listed = await run('list', 'broken')
    expect(listed.code).toBe(1)
    expect(listed.stdout.trimEnd().split('\n')).toHaveLength(5)
    for (const command of ['list', 'check', 'export']) {
      const { code, stderr } = await run(command, 'broken')
      expect(code).toBe(1)
      expect(stderr).toContain(`articles/${folder}/${file}`)
    }
    expect((await run('export', 'broken')).stdout).toBe('')
  })
})

/** Checks, as a person who trains on the file would, that each span's offsets give its text. */
const VERIFY = `
import hashlib, json, sys
lines = spans = astral = 0
for line in open(sys.argv[1], encoding="utf-8", newline=""):
    record = json.loads(line)
    text = record["text"]
    assert record["format"] == "rubricator/1" and record["offset_unit"] == "codepoint"
    assert hashlib.sha256(text.encode("utf-8")).hexdigest() == record["text_sha256"]
    for span in record["spans"]:
        assert text[span["start"]:span["end"]] == span["text"] != "", span
        astral += any(ord(c) > 0xFFFF for c in text[:span["start"]])
        spans += 1
    lines += 1
print(lines, spans, astral)
`

function verify(file: string): string {
  return execFileSync('python3', ['-c', VERIFY, inHome(file)], { encoding: 'utf8' })
}

describe('export', () => {
  test('round-trips to the same bytes', async () => {
    const first = (await run('export', 'sample')).stdout
    await writeFile(inHome('first.jsonl'), first)
    await run('new', 'copy')
    expect((await run('import', 'copy', 'first.jsonl')).code).toBe(0)
    expect((await run('export', 'copy')).stdout).toBe(first)
    expect((await run('export', 'sample')).stdout).toBe(first)
  })

  test('states a text’s language, and takes lines from before articles had one', async () => {
    const text = 'أغلقت السلطات الجسر فوق النهر يوم الأحد بعد ظهور تشققات في أعمدته.\n'
    await writeFile(inHome('bridge.txt'), text)
    await run('new', 'bridge')
    await run('import', 'bridge', 'bridge.txt')
    const line = (await run('export', 'bridge')).stdout
    const record = JSON.parse(line)
    expect(record.meta).toMatchObject({ language: 'ar', direction: null })
    const { title, outlet, published, source } = record.meta
    const old = { ...record, meta: { title, outlet, published, source } }
    await writeFile(inHome('old.jsonl'), JSON.stringify(old))
    await run('new', 'older')
    expect(await run('import', 'older', 'old.jsonl')).toMatchObject({ code: 0, stderr: '' })
    const exported = (await run('export', 'older')).stdout
    expect(JSON.parse(exported).meta).toEqual({ ...record.meta, language: null })
    await writeFile(inHome('older.jsonl'), exported)
    await run('new', 'oldest')
    await run('import', 'oldest', 'older.jsonl')
    expect((await run('export', 'oldest')).stdout).toBe(exported)
    const wrong = { ...record, meta: { ...record.meta, language: 'Arabic' } }
    await writeFile(inHome('wrong.jsonl'), JSON.stringify(wrong))
    const refused = await run('import', 'oldest', 'wrong.jsonl')
    expect(refused.stderr).toContain(
      'line 1: field "meta.language": "Arabic" is not a language tag',
    )
  })

  test('writes offsets that Python understands, after emoji and Arabic', async () => {
    const text = '👩‍👩‍👧 قال المتحدث 🎉\r\n\r\nAt least 12 people died, the ministry said 🙂.\r\n'
    await writeFile(inHome('emoji.txt'), text)
    await run('new', 'emoji')
    await run('import', 'emoji', 'emoji.txt')
    // Marks as another program would write them, found by code points.
    const marked = `
import json, sys
record = json.load(sys.stdin)
for number, (label, quote) in enumerate([("casualty figure", "12 people"), ("actor", "المتحدث"), ("claim", "🙂")]):
    start = record["text"].index(quote)
    record["spans"].append({"id": "11111111-1111-4111-8111-11111111111%d" % number, "label": label,
        "start": start, "end": start + len(quote), "text": quote, "attributes": {}, "note": None,
        "created": {"by": "tester", "at": "2020-02-28T10:00:00.000Z", "via": "import"}})
record["annotator"], record["status"] = "tester", "done"
record["spans"].sort(key=lambda span: span["start"])
print(json.dumps(record))
`
    const exported = (await run('export', 'emoji')).stdout
    const line = execFileSync('python3', ['-c', marked], {
      input: exported,
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    })
    await writeFile(inHome('marked.jsonl'), line)
    expect(await run('import', 'emoji', 'marked.jsonl')).toMatchObject({ code: 0, stderr: '' })
    await run('export', 'emoji', '--out', 'emoji.jsonl')
    expect(verify('emoji.jsonl')).toBe('1 3 3\n')
    await run('export', 'sample', '--out', 'sample.jsonl')
    expect(verify('sample.jsonl')).toMatch(/^10 295 /)
  })

  test('gives the same bytes to a file, and says how many lines', async () => {
    const { stdout } = await run('export', 'sample')
    const saved = await run('export', 'sample', '--out', 'out.jsonl')
    expect(saved).toMatchObject({ code: 0, stdout: 'Wrote 10 lines to out.jsonl\n', stderr: '' })
    expect(await readFile(inHome('out.jsonl'), 'utf8')).toBe(stdout)
  })

  test('exports one annotator, and names those it knows for one that it does not', async () => {
    const { stdout } = await run('export', 'sample', '--annotator', 'tarik-aydin')
    const annotators = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).annotator)
    expect(annotators).toEqual(Array.from({ length: 5 }, () => 'tarik-aydin'))
    const unknown = await run('export', 'sample', '--annotator', 'nobody', '--out', 'no.jsonl')
    expect(unknown).toMatchObject({ code: 1, stdout: '' })
    expect(unknown.stderr).toContain('no annotator "nobody": it has miriam-keller, tarik-aydin')
    expect(existsSync(inHome('no.jsonl'))).toBe(false)
  })

  test('leaves no part of a file where it cannot write', async () => {
    await mkdir(inHome('taken.jsonl'))
    const { code, stderr } = await run('export', 'sample', '--out', 'taken.jsonl')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^rubricator: [^\n]*taken\.jsonl[^\n]*\n$/)
    expect(await readdir(inHome('taken.jsonl'))).toEqual([])
    expect((await readdir(home.folder)).filter((name) => /tmp|\.[0-9a-f]{6,}/.test(name))).toEqual(
      [],
    )
  })

  test.skipIf(process.platform === 'win32')('ends quietly when its reader goes', async () => {
    const command = `"$NODE" "$PROGRAM" export sample 2> errors.txt | head -n 1 | wc -l; cat errors.txt`
    const shell = promisify(execFile)('bash', ['-c', command], {
      cwd: home.folder,
      env: { ...home.environment, NODE: process.execPath, PROGRAM },
    })
    expect((await shell).stdout.trim()).toBe('1')
  })

  test.skipIf(!existsSync('/dev/full'))('says so when the output cannot be written', async () => {
    const child = spawn('bash', ['-c', '"$NODE" "$PROGRAM" export sample > /dev/full'], {
      cwd: home.folder,
      env: { ...home.environment, NODE: process.execPath, PROGRAM },
    })
    let stderr = ''
    child.stderr.on('data', (data) => (stderr += String(data)))
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1)
    expect(stderr).toMatch(/^rubricator: The output could not be written: [^\n]+\n$/)
  })
})

describe('check', () => {
  test('counts what is well', async () => {
    expect(await run('check', 'sample')).toEqual({
      code: 0,
      stdout: 'ok: 5 articles, 10 sets, 295 spans\n',
      stderr: '',
    })
  })

  test('finds a text that was changed by hand', async () => {
    await run('sample', 'edited')
    const [folder = ''] = await readdir(inHome('edited', 'articles'))
    const [name = ''] = await readdir(inHome('edited', 'articles', folder))
    const file = inHome('edited', 'articles', folder, name)
    await writeFile(file, (await readFile(file, 'utf8')).replace(' the ', ' THE '))
    const { code, stdout, stderr } = await run('check', 'edited')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(`articles/${folder}/${name}`)
  })
})

describe('backup and restore', () => {
  test('keep a day, and bring back one annotator’s sets', async () => {
    await run('sample', 'restored')
    const annotations = inHome('restored', 'annotations', 'tarik-aydin')
    const names = await readdir(annotations, { recursive: true })
    const [name = ''] = names.filter((each) => /\/\w+\.json$/.test(each))
    const file = path.join(annotations, name)
    const before = await readFile(file, 'utf8')
    expect((await run('backup', 'restored')).stdout).toMatch(/^Backup of \S+: 13 files\.$/m)
    expect((await run('backup', 'restored')).stdout).toContain('there already')
    const [, line = ''] = (await run('restore', 'restored')).stdout.split('\n')
    const [day = ''] = line.split(' ')

    await writeFile(file, '')
    expect(await run('check', 'restored')).toMatchObject({ code: 1 })
    const restored = await run('restore', 'restored', day, '--annotator', 'tarik-aydin')
    expect(restored).toMatchObject({ code: 0, stderr: '' })
    expect(restored.stdout).toContain('Restored 1 file; 5 were as they are in the backup.')
    expect(await readFile(file, 'utf8')).toBe(before)
    expect(await run('check', 'restored')).toMatchObject({ code: 0 })
    expect(await run('restore', 'restored', '2020-01-01')).toMatchObject({ code: 1 })
  })
})
