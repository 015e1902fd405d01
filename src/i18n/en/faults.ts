import type { Problem } from '../../cards/card.ts'
import type { Fault, FaultText, NameNowhere } from '../../errors.ts'
import { count } from '../count.ts'
import { exportFaults } from './export.ts'
import { addressRefused, gitFailed, gitMissing, gitOld } from './git.ts'
import { noSuchInterview, reportFormat } from './history.ts'
import { importFaults } from './importing.ts'
import {
  addressAlone,
  branchName,
  cloneBusy,
  cloneDamaged,
  cloneEdited,
  cloneName,
  cloneNameTaken,
  cloneUnsaved,
  folderMissing,
  folderName,
  noClone,
} from './libraries.ts'
import { allSetAside, presetName, presetUnknown, presetValue } from './plan.ts'
import { planDateFar, planDatePast, planNoDate } from './planning.ts'
import { answerNotReadable, noAnswer } from './points.ts'
import { statsFormat } from './progress.ts'
import { syncBusy, syncForeign, syncNowhere, syncRaced, syncRefused } from './sync.ts'

/** What a person can put right, and how. */
export function fault(fault: Fault): FaultText {
  switch (fault.code) {
    case 'library-missing':
      return {
        message: `There is no library at ${fault.path}.`,
        hint: 'Name a folder or a Markdown file that is there; viva library update brings back one from git.',
      }
    case 'library-not-readable':
      return {
        message: `The library at ${fault.path} cannot be read (${fault.reason}).`,
        hint: 'It must be a folder or a file that you may read.',
      }
    case 'library-not-added':
      return {
        message: `${fault.path} was not added.`,
        hint: 'viva library list shows what was.',
      }
    case 'shape-unknown':
      return {
        message: `${fault.name} is no shape of a question.`,
        hint: 'viva check shows the shapes of your files, such as heading-3 or ordered-bold.',
      }
    case 'git-missing':
      return gitMissing
    case 'git-old':
      return gitOld(fault.version, fault.oldest)
    case 'git-failed':
      return gitFailed(fault.address, fault.why, fault.said)
    case 'address-refused':
      return addressRefused(fault.address, fault.why)
    case 'sync-nowhere':
      return syncNowhere
    case 'sync-foreign':
      return syncForeign(fault.address, fault.why)
    case 'sync-refused':
      return syncRefused(fault.address, fault.said)
    case 'sync-raced':
      return syncRaced(fault.address)
    case 'sync-busy':
      return syncBusy
    case 'address-alone':
      return addressAlone(fault.option)
    case 'branch-name':
      return branchName(fault.name)
    case 'folder-name':
      return folderName(fault.folder)
    case 'folder-missing':
      return folderMissing(fault.address, fault.folder)
    case 'clone-name':
      return cloneName(fault.name)
    case 'clone-name-taken':
      return cloneNameTaken(fault.name)
    case 'clone-busy':
      return cloneBusy(fault.name)
    case 'clone-damaged':
      return cloneDamaged(fault.name)
    case 'clone-edited':
      return cloneEdited(fault.name, fault.files)
    case 'clone-unsaved':
      return cloneUnsaved(fault.name, fault.files)
    case 'no-clone':
      return noClone(fault.path)
    case 'no-cards':
      return {
        message: `No question was found in ${fault.path}.`,
        hint: 'Headings that ask something become cards: ## What is a closure?',
      }
    case 'nothing-matches':
      return {
        message: 'No card fits these filters.',
        hint: 'viva list shows all cards with their topics.',
      }
    case 'filter-value':
      return {
        message: `There is no ${fault.filter}:${fault.value}.`,
        hint: `${fault.filter}: knows ${fault.known.join(', ')}. In quotes it is searched for as text.`,
      }
    case 'name-nowhere':
      return nameNowhere(fault)
    case 'all-set-aside':
      return allSetAside
    case 'preset-unknown':
      return presetUnknown(fault.name, fault.known)
    case 'preset-name':
      return presetName(fault.name)
    case 'preset-value':
      return presetValue(fault.name)
    case 'no-answer':
      return noAnswer(fault.question)
    case 'answer-not-readable':
      return answerNotReadable(fault.path, fault.reason)
    case 'card-missing':
      return {
        message: `No card is called “${fault.words}”.`,
        hint: 'Name an id (viva list), the start of one, file:line, or words of the question.',
      }
    case 'card-ambiguous':
      return {
        message: `“${fault.words}” fits ${count(fault.candidates.length, 'card')}.`,
        hint: 'Say it by id:',
      }
    case 'not-saved':
      return {
        message: `NOT saved: nothing could be written to ${fault.path} (${fault.reason}).`,
        hint: 'Make room or set VIVA_HOME to a folder that can be written.',
      }
    case 'own-not-readable':
      return {
        message: `What viva keeps in ${fault.path} cannot be read (${fault.reason}).`,
        hint: 'It must be yours to read; VIVA_HOME says where it is looked for.',
      }
    case 'note-not-readable':
      return {
        message: `Your note in ${fault.path} cannot be read (${fault.reason}).`,
        hint: 'It must be a file that you may read.',
      }
    case 'file-exists':
      return { message: `${fault.path} is there already.`, hint: '--force replaces it.' }
    case 'file-not-readable':
      return {
        message: `${fault.path} cannot be read (${fault.reason}).`,
        hint: 'It must be a file that you may read.',
      }
    case 'not-a-backup':
      return {
        message: `${fault.path} is no backup of viva, or its beginning is damaged.`,
        hint: 'viva backup makes one; dated copies are in backups/.',
      }
    case 'no-terminal':
      return {
        message: `viva ${fault.command} asks questions and needs a terminal at both ends.`,
        hint: 'Run it in a terminal, not in a pipe.',
      }
    case 'clock-invalid':
      return {
        message: `VIVA_NOW is no time: ${fault.value}`,
        hint: 'Write it as 2026-03-09T20:00:00+08:00, or unset it.',
      }
    case 'setting-unknown':
      return {
        message: `There is no setting ${fault.key}.`,
        hint: `Settings: ${fault.known.join(', ')}.`,
      }
    case 'setting-invalid':
      return {
        message: `${fault.value} is no value for ${fault.key}.`,
        hint: `Allowed: ${fault.allowed}.`,
      }
    case 'date-past':
      return {
        message: `${fault.date} is over; today is ${fault.today}.`,
        hint: 'Name the day of the interview, or an empty value to have none.',
      }
    case 'settings-not-saved':
      return {
        message: `NOT saved: the settings in ${fault.path} could not be written (${fault.reason}).`,
        hint: 'Make room or set VIVA_HOME to a folder that can be written.',
      }
    case 'output-failed':
      return {
        message: `The output could not be written to its end (${fault.reason}).`,
        hint: 'Is there room where it goes?',
      }
    case 'format-unknown':
      return exportFaults.formatUnknown(fault.name)
    case 'option-unfit':
      return exportFaults.optionUnfit(fault.option, fault.format)
    case 'option-beside':
      return exportFaults.optionBeside(fault.option, fault.beside)
    case 'columns-narrow':
      return exportFaults.columnsNarrow(fault.columns, fault.most)
    case 'binary-output':
      return exportFaults.binaryOutput(fault.format)
    case 'not-written':
      return exportFaults.notWritten(fault.path, fault.reason)
    case 'epoch-invalid':
      return exportFaults.epochInvalid(fault.value)
    case 'stats-format':
      return statsFormat(fault.path)
    case 'plan-no-date':
      return planNoDate
    case 'plan-date-far':
      return planDateFar(fault.date)
    case 'plan-date-past':
      return planDatePast(fault.date)
    case 'cache-damaged':
      return {
        message:
          'A cache of viva was damaged. It has been thrown away; nothing of yours was in it.',
        hint: 'Give the command once more.',
      }
    case 'fitter-missing':
      return {
        message: `The package that fits parameters is not installed, or not for this system (${fault.reason}).`,
        hint: `npm ci --include=optional in ${fault.folder} installs it. Everything else works without it.`,
      }
    case 'fitting-failed':
      return {
        message: `The parameters could not be fitted (${fault.reason}). Nothing was changed.`,
        hint: 'Those in use go on; your reviews are not touched.',
      }
    case 'no-such-record':
      return {
        message: `No record that counts has the id ${fault.id}.`,
        hint: 'viva log --json and viva doctor show ids.',
      }
    case 'no-such-follow-up':
      return {
        message: fault.count === 0 ? 'This card has no follow-ups.' : 'There is no such follow-up.',
        hint: fault.count === 0 ? '' : `This card has ${fault.count}: 1 is the first.`,
      }
    case 'no-such-interview':
      return noSuchInterview(fault.count)
    case 'report-format':
      return reportFormat(fault.path)
    case 'backup-too-large':
      return {
        message: `${fault.path} unpacks to more than a backup of viva holds; nothing of it was used.`,
        hint: 'Only restore files that viva backup wrote.',
      }
    case 'import-unknown':
      return importFaults.unknown(fault.path)
    case 'import-damaged':
      return importFaults.damaged(fault.path, fault.reason)
    case 'import-broken':
      return importFaults.broken(fault.path, fault.as)
    case 'import-no-cards':
      return importFaults.noCards(fault.path)
    case 'import-too-large':
      return importFaults.tooLarge(fault.path)
    case 'import-in-use':
      return importFaults.inUse(fault.path)
    case 'not-a-font':
      return {
        message: `${fault.path} is no font that can be used.`,
        hint: 'A font is a .ttf, .otf or .ttc file.',
      }
    case 'typesetting-failed':
      return {
        message: `The document could not be laid out (${fault.reason}). Nothing was written.`,
        hint: 'Try fewer cards, or write .md or .html.',
      }
    case 'editor-failed':
      return {
        message: `The editor ${fault.editor} failed (${fault.reason}). Your text is as it was.`,
        hint:
          fault.kept === undefined
            ? 'Set EDITOR to an editor of yours.'
            : `What it saved is kept in ${fault.kept}`,
      }
  }
}

function nameNowhere({ filter, name, alike, common }: NameNowhere): FaultText {
  const all = filter === 'topic' ? 'Topics' : 'Tags'
  const others = common.length === 0 ? `No card has a ${filter}.` : `${all}: ${common.join(', ')} …`
  return {
    message: `No card has the ${filter} ${name}.`,
    hint: alike.length > 0 ? `Did you mean ${alike.join(' or ')}?` : others,
  }
}

/** What is odd in a file of notes. */
export function problem(problem: Problem): string {
  switch (problem.code) {
    case 'front-matter-code':
      return `the head is written in ${problem.language} and was not run; only YAML and TOML are read`
    case 'front-matter-invalid':
      return `the head is not valid ${problem.language} and was left out (${problem.reason})`
    case 'front-matter-too-large':
      return 'the head is larger than 64 KB and was left out'
    case 'front-matter-key':
      return `the value of ${problem.key} in the head is of the wrong kind and was left out`
    case 'mark-invalid':
      return `“${problem.value}” is no value for <!-- ${problem.mark}: … -->`
    case 'overrides-invalid':
      return `not valid YAML, so nothing in it counts (${problem.reason})`
    case 'overrides-key':
      return `“${problem.key}” is no key or has a value of the wrong kind; left out`
    case 'id-twice':
      return `the id ${problem.id} stands already at ${problem.first.file}:${problem.first.line}`
    case 'file-too-large':
      return `larger than 8 MB (${problem.bytes} bytes) and was not read`
    case 'file-encoding':
      return problem.encoding === '?'
        ? 'neither UTF-8 nor any encoding that viva knows; not read'
        : `not UTF-8; read as ${problem.encoding}`
    case 'file-unreadable':
      return `could not be read (${problem.reason})`
    case 'file-binary':
      return 'holds binary data; not read'
    case 'file-no-file':
      return 'is a pipe or a device, not a file; not read'
    case 'file-outside':
      return 'a link that leads out of the library; not followed'
    case 'file-changing':
      return 'changed while it was read; left out this time'
    case 'line-too-long':
      return 'a line of over 20 KB; only its beginning counts'
    case 'nesting-too-deep':
      return 'lists nested over 32 deep; taken as plain text from there'
    case 'file-too-hard':
      return 'could not be taken apart in two seconds; not read'
    case 'app-copies':
      return problem.count === 1
        ? 'a copy that a note or sync program keeps; not read'
        : `a copy that a note or sync program keeps; not read, as are ${problem.count - 1} more like it`
    case 'folder-unreadable':
      return `the folder could not be read (${problem.reason})`
    case 'folder-too-deep':
      return 'more than 64 folders deep; nothing in it was read'
    case 'files-too-many':
      return `beyond the first 100,000 files; ${count(problem.count, 'file')} like it not read`
    case 'name-encoding':
      return `its name is not UTF-8; read as ${problem.encoding}`
  }
}
