"""Imports a package of ours with Anki's own library into an empty collection, once more, and then a later
one whose cards were edited; prints as JSON what came each time and what Anki shows of each card."""

import json
import os
import sys
import tempfile

from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest

first, later = sys.argv[1:3]
counted = ("new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype",
           "missing_deck", "empty_first_field")


def imported(col, path):
    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=False)
    request = ImportAnkiPackageRequest(package_path=path, options=options)
    log = col.import_anki_package(request).log
    return {name: len(getattr(log, name)) for name in counted}


def shown(col):
    cards = {}
    for number in col.find_cards("deck:*"):
        card = col.get_card(number)
        note = card.note()
        cards[note.guid] = {
            "question": card.question(),
            "answer": card.answer(),
            "sounds": len(card.question_av_tags()) + len(card.answer_av_tags()),
            "fields": len(note.keys()),
            "cards": len(note.card_ids()),
            "id": note.values()[-1],
            "deck": col.decks.name(card.did),
            "tags": note.tags,
            "schedule": [card.type, card.queue, card.due, card.ivl, card.reps],
            "state": None if card.memory_state is None else
            [card.memory_state.stability, card.memory_state.difficulty],
            "reviews": col.db.all("select id, ease, type from revlog where cid = ? order by id", number),
        }
    return cards


def computed(col):
    # what FSRS in Anki makes of the reviews alone
    states = {}
    col.set_config("fsrs", True)
    for number in col.find_cards("deck:*"):
        if col.db.scalar("select count() from revlog where cid = ?", number):
            state = col._backend.compute_memory_state(number).state
            states[col.get_card(number).note().guid] = [state.stability, state.difficulty]
    col.set_config("fsrs", False)
    return states


folder = tempfile.mkdtemp()
col = Collection(os.path.join(folder, "collection.anki2"))
counts = [imported(col, first), imported(col, first)]
before = shown(col)
media = col.media.check()
# one card is answered, so that there is a schedule to lose
answered = None
col.decks.select(col.get_card(col.find_cards("deck:*")[0]).did)
card = col.sched.getCard()
if card is not None:
    answered = card.note().guid
    states = col._backend.get_scheduling_states(card.id)
    card.start_timer()
    col.sched.answer_card(col.sched.build_answer(card=card, states=states, rating=3))
between = shown(col)
counts.append(imported(col, later))
after = shown(col)
integrity = col.fix_integrity()[1]
print(json.dumps({
    "counts": counts, "before": before, "between": between, "after": after, "answered": answered,
    "computed": computed(col), "today": col.sched.today,
    "missing": list(media.missing), "unused": list(media.unused), "sound": integrity,
    "media": sorted(os.listdir(col.media.dir())),
}))
col.close()
