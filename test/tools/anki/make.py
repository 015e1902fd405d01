"""Makes collections with Anki's own library: notes of several types, years of reviews of all kinds; and
writes them as each kind of file that Anki exports, with what FSRS in Anki says of each card beside."""

import json
import os
import random
import sys
import tempfile
import time

from anki.collection import Collection, ExportAnkiPackageOptions
from anki.import_export_pb2 import ExportLimit
from anki import generic_pb2

folder, notes, rows, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
# only what is needed to see how long an import takes
plain = "plain" in sys.argv[5:]
random.seed(seed)
os.makedirs(folder, exist_ok=True)
col = Collection(os.path.join(folder, "collection.anki2"))
# nothing of it has to outlive a power cut
col.db.execute("pragma synchronous = off")
day = 86400
types = {name: col.models.by_name(name) for name in
         ("Basic", "Basic (and reversed card)", "Cloze", "Basic (type in the answer)")}
picture = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082")
image = col.media.write_data("图 1.png", picture)
decks = ["后端::缓存", "后端::数据库", "Networks", "Default"]
words = "缓存 锁 事务 索引 队列 线程 进程 协程 闭包 哈希 跳表 布隆过滤器 一致性 复制 分片 回表 覆盖 连接 握手 拥塞".split()


def body(i):
    pick = random.sample(words, 4)
    return f"答案 {i}：先说{pick[0]}，再说<b>{pick[1]}</b>；最后 <code>{pick[2]}(x &lt; {i})</code>。<br>第二行讲{pick[3]}。"


for i in range(notes):
    kind = i % 10
    deck = col.decks.id(decks[i % len(decks)])
    if kind == 7:
        note = col.new_note(types["Cloze"])
        note["Text"] = f"第 {i} 条：{{{{c1::{words[i % 20]}}}}} 和 {{{{c2::{words[(i + 3) % 20]}::提示}}}} 有关。"
    elif kind == 8:
        note = col.new_note(types["Basic (and reversed card)"])
        note["Front"], note["Back"] = f"术语 {i} 是什么？", f"它是{words[i % 20]}的第 {i} 种做法"
    elif kind == 9:
        note = col.new_note(types["Basic (type in the answer)"])
        note["Front"], note["Back"] = f"第 {i} 号端口是多少？", str(1000 + i)
    else:
        note = col.new_note(types["Basic"])
        note["Front"] = f"<div>第 {i} 题：{words[i % 20]}和{words[(i * 7 + 1) % 20]}有什么区别？</div>"
        note["Back"] = body(i) + (f'<img src="{image}">' if i % 50 == 0 else "") + (
            r"\(O(n \log n)\)" if i % 9 == 0 else "") + ("[sound:a.mp3]" if i % 90 == 0 else "")
    note.tags = [["缓存", "后端"], ["network::tcp"], []][i % 3]
    col.add_note(note, deck)

cards = list(col.find_cards("deck:*"))
cutoff = col.sched.day_cutoff
log = []
used = set()
each = max(1, rows // max(1, len(cards)))


def line(card, at, ease, ivl, last, factor, kind):
    # the log of Anki has no two reviews in a millisecond
    ms = int(at * 1000)
    while ms in used:
        ms += 1
    used.add(ms)
    log.append((ms, card, -1, ease, ivl, last, factor, random.randint(1500, 60000), kind))


states = []
for index, card in enumerate(cards):
    # never at the very second in which a day turns over, which Anki gives to the day before
    at = cutoff - day - random.randint(300, 900) * day * (3 if plain else 1) + random.randint(0, 12) * 3600 + 37
    ivl, kind, factor = 0, 0, 2500
    for n in range(each):
        ease = random.choices([1, 2, 3, 4], [12, 12, 66, 10])[0]
        if kind == 0 or ease == 1:
            # some steps within the day
            line(card, at, ease, -600, ivl or -60, 0 if kind == 0 else factor, kind)
            at += 660
            ivl = 1
            kind = 2 if kind == 1 else kind
            if ease > 2:
                kind = 1
        else:
            new = max(1, min(400, round(ivl * (1.2, 1.2, 2.4, 3)[ease - 1])))
            line(card, at, ease, new, ivl, factor, kind)
            ivl, kind = new, 1
        wait = ivl if kind == 1 else 0
        if not plain and at + wait * day > cutoff - 2 * day:
            break
        wait = min(wait, 5) if plain else wait
        at += wait * day + random.randint(-3, 3) * 600
    states.append((card, ivl, at, kind))
    odd = index % 40
    if odd == 1:  # crammed
        line(card, at + 900, 3, ivl, ivl, 0, 3)
    if odd == 2:  # due day set by hand
        line(card, at + 900, 0, 5, ivl, factor, 4)
    if odd == 3:  # reset, then learnt anew
        line(card, at + 900, 0, 0, ivl, 0, 4)
        line(card, at + 1800, 3, -600, -60, 0, 0)
        line(card, at + 2600, 3, 1, -600, 0, 0)
        states[-1] = (card, 1, at + 2600, 1)
    if odd == 4:  # reset, and never seen since
        line(card, at + 900, 0, 0, ivl, 0, 4)
        states[-1] = (card, 0, at, -1)
    if odd == 5:  # answered in a filtered deck that reschedules
        line(card, at + 900, 3, ivl + 1, ivl, factor, 3)

col.db.executemany("insert into revlog values (?,?,?,?,?,?,?,?,?)", log)
col.db.executemany(
    "update cards set type=2, queue=2, ivl=?, due=?, factor=2500, reps=5 where id=?",
    [(max(1, ivl), col.sched.today - int((cutoff - at) // day) + max(1, ivl), card)
     for card, ivl, at, kind in states if kind != -1])
# known by their interval alone
for card in cards[::97]:
    col.db.execute("delete from revlog where cid = ?", card)
    col.db.execute("update cards set type=2, queue=2, ivl=21, due=?, factor=2300 where id=?",
                   col.sched.today + 3, card)
col.set_config("fsrs", True)
memory = {}
for card in [] if plain else cards:
    try:
        state = col._backend.compute_memory_state(card)
        if state.HasField("state"):
            memory[card] = [state.state.stability, state.state.difficulty]
    except Exception as error:
        memory[card] = str(error)
known = {}
for card in cards:
    one = col.get_card(card)
    known[f"{one.note().guid}:{one.ord}"] = {
        "memory": memory.get(card), "rated": col.db.scalar("select count() from revlog where cid=? and ease>0", card),
    }
total = col.db.scalar("select count() from revlog")
rated = col.db.scalar("select count() from revlog where ease > 0")
col.set_config("fsrs", False)
everything = ExportLimit(whole_collection=generic_pb2.Empty())
for name, legacy in (("new.apkg", False), ("old.apkg", True))[: 1 if plain else 2]:
    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=legacy)
    col.export_anki_package(out_path=os.path.join(folder, name), options=options, limit=everything)
for name, legacy in () if plain else (("new.colpkg", False), ("old.colpkg", True)):
    col.export_collection_package(os.path.join(folder, name), include_media=True, legacy=legacy)
    if col.db is None:
        col.reopen()
col.close()
with open(os.path.join(folder, "known.json"), "w") as out:
    json.dump({"cards": len(cards), "rows": total, "rated": rated, "known": known}, out)
print(json.dumps({"cards": len(cards), "rows": total, "rated": rated}))
