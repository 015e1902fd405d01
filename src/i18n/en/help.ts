/** What `--help` of a command says below its options, for who wants to know it all. */
export const help = {
  interview: `What it asks
  Every topic gets its share, large ones somewhat more. What you recall badly, answered thinly or were never asked comes first, what the last three interviews asked rests; rare levels come forward. Before the day set as date, weak cards and further topics weigh more. Suspended and buried cards stay out.
  Each card has a time of its own, from half a minute to five, by the length of its answer, its key points, code and level, as people speak 150 words a minute. --seconds sets one time for all, the setting seconds the usual one; -n with -m shares the minutes out. --seed asks the same questions again: it plans with what was known when that seed was first used.
  Where a question has options, their letters choose, a second time takes one back, Space or Enter submits.
  viva config set preset.NAME '' forgets a preset.`,
  history: `JSON
  --json is [{"n","name","at","questions","answered","usedMs","coverage","recall","finished"}], oldest first:
  coverage is how much of the key points was said on average, recall the share graded good or easy of all graded or skipped, both from 0 to 1. With a number it is one of these with ended, mode, exam, soft, seed, narrowed, planned, followUps, givenMs, grades, late, timeUp, hurried, hints, pauses, pausedMs, hesitationMs, topics (each with its own scores), compared (interviews, now, before), dueByTomorrow (ids) and turns:
  {"turn","at","card","follows","question","topic","keyPoints","limitMs","ended","answer","usedMs","pausedMs","hesitationMs","hints","late","hurried","coverage","grade","proposed","missed","contradicted","review"}
  last, or -1, is the latest interview. A report needs no notes: what was asked stands in the interview.`,
  plan: `How it plans
  Every card is looked at on the day that counts: how likely you know it then if nothing more is done, after one review today, after a few until then, each twice as far from the last. What a second gains is weighed against all else there is to do; where there is time for everything, what you know least comes first. How many new cards you answer at once is learnt topic by topic from your first grades, what an answer takes from your latest ones.
  Until the day, viva review and viva interview follow it; viva config set plan off, or --ahead and --new of a review, go without. What is expected is played card by card with the chances that FSRS gives: it is a forecast, not a promise.
  --json is {"today","date","daysLeft","minutes","cards","known":{"planned","due","nothing"},"days":[{"date","reviews","new","minutes","topics":[{"topic","cards"}]}],"byMinutes":[{"minutes","known"}],"weakest":[{"topic","cards","weak","recall"}],"weights":[{"topic","weight"}]}.`,
  stats: `What it tells
  Recall counts reviews given a day or more after a card's last one, which alone tell what was remembered; the mark on a bar is what FSRS foresaw with your parameters. A topic is listed from three reviewed cards on. With --plain or in a pipe it is told in words.
  --json is {"today","since","reviews","activeDays","usedMs","new","telling","recall","foreseen","streak","longestStreak","days","months","forecast":[{"date","due"}],"stages","times","hours","interviews","topics","leeches"}; "days" is a list of {"date","reviews"} of the last year, "months" has the totals of each, times are ms, shares from 0 to 1.`,
  exporting: `Small print
  Pictures are taken from inside your library only; what cannot be shown is named. The same cards at the same time give the same bytes: VIVA_NOW or SOURCE_DATE_EPOCH sets the date.
  A PDF needs no font of your machine. What its own have not, such as rare characters, Korean or Arabic, is printed as its number, [U+20BB7], and named; --font <file> adds a font of yours. On Linux for x64 it is set natively, elsewhere by WebAssembly, some four times as long, with the same bytes. Right-to-left text and pictures other than PNG, JPEG, GIF, WebP and SVG are not laid out.
  In CSV a cell that begins with =, +, - or @ has an apostrophe in front, lest a spreadsheet run it, and the file begins with a mark (BOM) without which Excel takes Chinese for something else; stdout has none.
  An exported .md says questions: marked in its head; comments bound each card. Pictures keep their addresses.`,
  importing: `What it takes
  Anki: .apkg, .colpkg, .anki2 (close Anki first), of any version since 2.0, with every review. What came before a card was reset, and crams, stay in the log without moving the schedule; due days set by hand are no reviews.
  hashcards: hashcards.db, with the notes beside it. Mnemosyne: default.db. Both with every review.
  obsidian-spaced-repetition: a note or the vault (comments <!--SR:…--> or the data.json of the plugin). org-drill: an .org file or a folder. These keep an interval and an ease, no reviews: each card gets one record with its interval as stability, on which later reviews build.
  Any other tool: a review a line, such as
  {"question":"What is a deadlock?","grade":3,"at":"2026-03-09T20:00:00+08:00","seconds":12}
  Instead of the question, "card" may name an id; grade is 1 to 4 or again, hard, good, easy; at may be ms since 1970; seconds may be left out.

Which card is meant
  The one with that id or exactly that question; one that is much alike is asked about in a terminal. The rest is counted, or with --cards <folder> written there as notes: decks become files and topics, tags stay, pictures lie in media/. Files that are there are never touched. Importing again adds nothing, whichever kind of file it comes in.`,
  sync: `Any git repository will do that may be pushed to: on a server, or in a folder, also one on a stick. It should hold nothing else. git itself has to be installed; it needs no name or address of yours, and your hooks, signatures and templates have no part in it.
  Each device only adds lines to files of its own, so there is nothing to conflict. Notes that were edited on two machines are both kept. What is damaged there is not taken. A remote that was emptied or rewritten takes nothing away here.
  The language, paths and autosync are each machine's own. Libraries stay where they are; the addresses of those that have one are named on the other machines.`,
  completion: `Once, by the shell you use:
  bash        echo 'eval "$(viva completion bash)"' >> ~/.bashrc
  zsh         echo 'source <(viva completion zsh)' >> ~/.zshrc
  fish        viva completion fish > ~/.config/fish/completions/viva.fish
  PowerShell  Add-Content $PROFILE 'viva completion powershell | Out-String | Invoke-Expression'
  It begins with the next shell. In bash 3.2 of macOS: eval "$(viva completion bash)".`,
  tune: `It needs 1,000 reviews given a day or more after the card's last one, fits the parameters of FSRS-6 to the older four fifths, tries them on the newest fifth, and keeps them only if they predict it clearly better. Every fit is a dated line in the journal; --revert takes back the latest; parameters set by hand win over it. It needs an optional package, which npm ci installs where it can.`,
}
