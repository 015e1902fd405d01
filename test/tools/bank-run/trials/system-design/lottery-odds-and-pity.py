# the block
assert [pick(number) for number in (0, 99, 100, 2999, 3000, 9999)] == ["skin"] * 2 + ["coins"] * 2 + ["none"] * 2
assert draw(89, lambda total: total - 1) == ("skin", 0) and draw(88, lambda total: total - 1) == ("none", 89)
