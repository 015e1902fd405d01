# the block
methods = {"add": lambda a, b: a + b, "bad": lambda: 1 / 0}


def ask(**said):
    return handle(methods, json.dumps({"jsonrpc": "2.0", **said}))


assert ask(method="add", params=[1, 2], id=1) == {"jsonrpc": "2.0", "result": 3, "id": 1}
assert ask(method="add", params={"a": 1, "b": 2}, id="x")["result"] == 3
assert ask(method="add", params=[1, 2]) is None
codes = [ask(method="add", params=[1], id=1), ask(method="no", id=1), ask(method="bad", id=1), ask(method=1, id=1)]
assert [said["error"]["code"] for said in codes] == [-32602, -32601, -32603, -32600]
assert handle(methods, "{")["error"]["code"] == -32700
assert handle(methods, "[]")["error"]["code"] == -32600
assert [said["error"]["code"] for said in handle(methods, "[1, 2]")] == [-32600] * 2
