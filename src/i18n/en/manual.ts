import type { commands } from './commands.ts'

type Shown = Exclude<keyof typeof commands, 'viva' | 'help' | 'export'>

/** What only help says, so that no other start loads it. */
export const manual = {
  /** Three of each command: a line, and what it does. */
  examples: {
    interview: `viva interview -n 5 --seconds 90  five questions, a minute and a half each
viva interview -m 20 --topic redis  twenty minutes about one topic
viva interview --weak --dry-run  what it would ask, and why`,
    review: `viva review  what is due, then new cards
viva review --new 5 -m 20  five new cards at most, none begun after twenty minutes
viva review --cram --topic redis  all of a topic; the schedule stays`,
    plan: `viva plan --date 2026-12-14 -m 30  half an hour a day until then
viva plan --topics jd.txt  what the advert asks for weighs more
viva plan --days 14 --json  for a program`,
    search: `viva search token expiry  the cards that are about it
viva search '"skip list" topic:redis'  these very words, in one topic
viva search  as you type`,
    list: `viva list --state  where each card stands
viva list --weak --topic redis  what to work on
viva list --json | jq -r '.[].id'  all ids`,
    show: `viva show cache-pen  by the start of an id
viva show notes/net.md:40  the card at that line
viva show what is a deadlock  by words of the question`,
    assess: `viva assess deadlock "Two wait for each other"  what of it counts
viva assess deadlock --file answer.txt --why  what each verdict rests on
pbpaste | viva assess deadlock --json  for a program`,
    rate: `viva rate deadlock good  one review
viva rate deadlock hard --seconds 40  with the time it took
viva rate deadlock again --json  prints the day it is due`,
    undo: `viva undo  takes back the last thing done
viva undo && viva undo  and the one before
viva undo 7f3a-12  one record, by the id that viva log --json shows`,
    suspend: `viva suspend deadlock  by id
viva suspend net.md:40  by its place
viva list --state  which are kept out`,
    unsuspend: `viva unsuspend deadlock  by id
viva unsuspend net.md:40  by its place
viva list --state  where each card stands now`,
    bury: `viva bury deadlock  until tomorrow
viva bury net.md:40  by its place
viva undo  lets it in again today`,
    note: `viva note self-introduction  your own answer, in $EDITOR
EDITOR=nano viva note deadlock  in another editor
viva show deadlock  the note beside the model answer`,
    completion: `eval "$(viva completion bash)"  for this shell only
viva completion fish > ~/.config/fish/completions/viva.fish  for good
viva completion powershell | Out-String | Invoke-Expression  in PowerShell`,
    log: `viva log  every grade ever given
viva log | tail -n 20  the latest
viva log --json | jq length  how many`,
    stats: `viva stats  everything, plotted
viva stats --topic redis --since 2026-09-01  of one topic, from a day on
viva stats --save stats.pdf  a page of it, with charts`,
    topics: `viva topics  how the cards of each topic and tag stand
viva topics --topic redis  of some only
viva topics --json  for a program`,
    history: `viva history  past interviews and the trend
viva history last  the report of the latest
viva history 3 --save report.pdf  that of the third, as a file`,
    relink: `viva relink  asks of each pair
viva relink --json  the pairs that are open
viva relink --undo  takes back the last answer`,
    check: `viva check ~/notes  what was found, what was ignored
viva check ~/notes/net.md --why  why its shapes were chosen
viva check --json  for a program`,
    library: `viva library  where cards come from
viva library add ~/notes  from now on
viva library --json  for a program`,
    libraryAdd: `viva library add ~/notes  a folder
viva library add github:owner/notes --path docs  a folder of a git repository
viva library add ~/notes --questions "heading-3 + label"  what its questions look like`,
    libraryUpdate: `viva library update  all that came from git
viva library update notes  one, by its name
viva library update --json  for a program`,
    libraryList: `viva library list  the libraries added
viva library list --json  for a program
viva check  what is in them`,
    libraryRemove: `viva library remove ~/notes  no longer read; grades stay
viva library remove notes  one from git, with its files
viva library add ~/notes  brings it back, grades and all`,
    doctor: `viva doctor  reads every line and checksum
viva doctor --repair  makes caches anew
viva doctor --json  for a program`,
    backup: `viva backup  with the date in its name
viva backup viva.backup  to this file
viva backup viva.backup --force  replacing it`,
    restore: `viva restore viva.backup  adds what is lacking here
viva doctor  whether all of it is whole
viva log | tail  what came`,
    sync: `viva sync  with the remote that was set up
viva sync /media/stick/viva.git  with a repository on a stick
viva config set autosync on  after each sitting, in the background`,
    syncSetup: `viva sync setup git@example.org:me/viva.git  says what will leave, then syncs
viva sync setup /media/stick/viva.git  makes a repository in an empty folder
viva sync status  where to, how long ago`,
    syncStatus: `viva sync status  where to, how long ago, what waits
viva sync status --json  for a program
viva doctor  whether what stands there is whole`,
    import: `viva import collection.colpkg --dry-run  what would come from Anki
viva import deck.apkg --cards ~/notes/anki  reviews, and cards as notes
viva import reviews.jsonl --library ~/notes  of any tool, for cards in these notes`,
    config: `viva config list  every setting, what it is and what it means
viva config set date 2026-12-01  the day of the interview
viva config set language zh  speaks Chinese`,
    configList: `viva config list  every setting, what it is and what it means
viva config list --lang zh  in Chinese
viva config get retention  one value, for scripts`,
    configGet: `viva config get date  the day of the interview
viva config get preset.backend  what a preset holds
viva config get new  cards a day`,
    configSet: `viva config set date 2026-12-01  the day of the interview
viva config set new 5  five new cards a day
viva config set date ''  back to its default`,
    configTune: `viva config tune  fits, tries, keeps what is better
viva config tune --revert  takes the latest fit back
viva config tune --json  for a program`,
  } satisfies Readonly<Record<Shown, string>>,
  exitCodes:
    'Exit codes: 0 done, also nothing found or due; 1 something you can mend; 2 wrong command line; 70 a bug; 130 interrupted.',
  /** `viva help <topic>`. */
  topics: {
    keys: `Keys

While answering
  Enter new line · Ctrl-D submit · Ctrl-T hint: one key point · Ctrl-P pause
  Ctrl-X skip · Ctrl-G your $EDITOR · F1 all keys · Ctrl-C leave, everything is kept
While comparing
  1 again · 2 hard · 3 good · 4 easy (full-width digits too)
  arrows and Space tick key points · t the answer in the other language
  n a note of your own · u take back the last grade · ? all keys
In a review
  Space or Enter show the answer · t type one first · s skip · b bury until tomorrow
  x suspend for good · e open the note in $EDITOR · q or Ctrl-C leave
With --plain each is a line: :hint, :skip, :pause, :leave; a line with "." alone submits`,
    notes: `Notes

Any Markdown will do; nothing is ever written into it. viva check says what was found.
A question may be followed by comments that Markdown does not show:
  <!-- id: cache-stampede -->        fixes its id
  <!-- aliases: one | another -->    other wordings, for search
  <!-- level: mid -->                junior, mid or senior
  <!-- tags: redis, cache -->
Inside an answer
  ### Key points (### 要点)          a list: what a good answer must say
  ### Follow-ups (### 追问)          a list: what is asked next; text below an item is its answer
At the head of a file, as YAML or TOML: title, topics, tags, level, language, questions, skip
For a whole library, in .viva.yaml at its root: skip, language, files with questions, topics, encoding
For a section: <!-- viva: skip --> or <!-- viva: heading-3 -->`,
    json: `JSON

--json prints one document on stdout and nothing else there. Absent values are left out, times are ISO 8601
with offset, due is a local date, start and end are half-open UTF-16 offsets.
  list     [{id, question, answered, topics, tags, level, language, library, file, line, endLine}]
           --state adds schedule {stage, due, stability, difficulty, reps, lapses}
  search   [{id, question, file, line, score, snippet, matches: [{field, start, end}]}], best first
  show     a card with answer, keyPoints, followUps, followUpAnswers
  assess   {id, coverage, keyPoints: [{text, credit, covered, verdict, evidence}], proposed}
  rate     {review: {id, card, grade, at}, due}, only once it is on disk
  log      [{id, card, grade, at, device, source}]
  library  [{path, questions, name, url, branch, folder, commit, committed, updated}]
           update: [{name, commit, changed, new: [{id, question}], edited, gone}], or {name, failed}
  history, stats  viva history --help and viva stats --help say it
  plan     viva plan --help says it
  topics   {topics: [{path: [], cards, new, due, weak, recall}], tags: [{tag, …}]}`,
    environment: `Environment

  VIVA_HOME          one folder for everything that viva keeps; else those your system has for programs
  VIVA_NOW           sets the clock: 2026-03-09T20:00:00+08:00; countdowns run on
  VIVA_DEBUG         1 shows the trace of a bug
  VISUAL, EDITOR     the editor of notes and of Ctrl-G
  NO_COLOR           no colours; FORCE_COLOR colours even in a pipe
  SOURCE_DATE_EPOCH  the date of an export, so that its bytes are the same again
  LC_ALL, LANG       the language, unless --lang or the setting language says it
  TZ                 the time zone in which days begin`,
  },
}

export type Manual = typeof manual
export type HelpTopic = keyof Manual['topics']
