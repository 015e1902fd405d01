// What other programs kept, brought in on Windows.
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import initSqlJs from 'sql.js'

const files = join(import.meta.dirname, '../../foreign/files')

/** @param {string} drive */
export async function layForeign(drive) {
  const foreign = join(drive, 'Foreign')
  cpSync(files, foreign, { recursive: true })
  const vault = join(foreign, '笔记 库')
  mkdirSync(vault, { recursive: true })
  writeFileSync(
    join(vault, '网络.md'),
    '#flashcards/网络\r\n什么是三次握手？::同步序号 <!--SR:!2026-03-20,10,250-->\r\n',
  )
  const { Database } = await initSqlJs()
  const database = new Database()
  database.run(`CREATE TABLE cards (_id integer primary key, id text, question text, answer text, tags text);
    CREATE TABLE log (_id integer primary key, event_type integer, timestamp integer, object_id text,
      grade integer, thinking_time integer);
    INSERT INTO cards VALUES (1, 'x', '信号量是什么？', '计数的锁', 'con');
    INSERT INTO log VALUES (1, 9, 1700000000, 'x', 4, 12)`)
  writeFileSync(join(foreign, 'default.db'), database.export())
}

/** @param {string} name @param {string} file @returns {import('./journey.js').Row} */
const imported = (name, file) => ({
  name: `import of ${name}, with cards as notes`,
  words: ['import', `C:\\Foreign\\${file}`, '--cards', `C:\\Imported\\${name}`],
  holds: ({ drive }) => {
    const folder = join(drive, 'Imported', name)
    return existsSync(folder) && readdirSync(folder).some((one) => one.endsWith('.md'))
  },
})

/** @type {readonly import('./journey.js').Row[]} */
export const imports = [
  {
    name: 'import of Anki, only looked at',
    words: ['import', 'C:\\Foreign\\new.apkg', '--dry-run'],
    says: /\d+ reviews?/,
  },
  imported('Anki', 'new.apkg'),
  imported('Anki 2.0', 'old.apkg'),
  {
    name: 'import of Anki again, which adds nothing',
    words: ['import', 'C:\\Foreign\\new.apkg', '--cards', 'C:\\Imported\\Anki', '--json'],
    says: /"added":0/,
  },
  imported('hashcards', 'hashcards.db'),
  imported('Mnemosyne', 'default.db'),
  imported('Obsidian', '笔记 库'),
]
