# the block
db = sqlite3.connect(":memory:")
db.executescript(SCHEMA + "INSERT INTO wallet VALUES (1, 100);")
assert buy(db, "r1", 1, 7, 2, 30) == "ok" and buy(db, "r1", 1, 7, 2, 30) == "ok"
assert buy(db, "r2", 1, 7, 2, 30) == "not enough"
assert buy(db, "r3", 1, 7, 1, 30) == "ok"
assert db.execute("SELECT coins FROM wallet").fetchall() == [(10,)]
assert db.execute("SELECT amount FROM bag").fetchall() == [(3,)]
assert db.execute("SELECT count(*) FROM flow").fetchone() == (2,)
