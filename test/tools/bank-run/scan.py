"""What pieces of Python need from outside: a JSON list of codes in, a list of lists of names out."""

import builtins
import json
import sys
import symtable

given = {*dir(builtins), "__name__", "__file__", "client"}


def unbound(code):
    top = symtable.symtable(code, "block", "exec")
    known = given | {
        symbol.get_name()
        for symbol in top.get_symbols()
        if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()
    }
    wanted = set()
    scopes = [top]
    while scopes:
        scope = scopes.pop()
        scopes.extend(scope.get_children())
        for symbol in scope.get_symbols():
            if symbol.is_referenced() and (scope is top or symbol.is_global()):
                wanted.add(symbol.get_name())
    return sorted(wanted - known)


json.dump([unbound(code) for code in json.load(sys.stdin)], sys.stdout)
