"""Binds a bundle to values: python3 bind.py '{ "to": "+306912345678", "pin": "8213" }'"""

import copy
import json
import pathlib
import sys

bundle = json.loads(pathlib.Path(__file__).with_name("login.bundle.json").read_text(encoding="utf-8"))


def bind(given):
    """The request body. Whoever calls this has checked the values, with the JSON Schema in `params`."""
    values = {name: schema.get("default") for name, schema in bundle["params"]["properties"].items()} | given
    payload = copy.deepcopy(bundle["payload"])
    for hole in bundle["holes"]:
        *path, last = [key.replace("~1", "/").replace("~0", "~") for key in hole["at"].split("/")[1:]]
        target = payload
        for key in path:
            target = target[int(key)] if isinstance(target, list) else target[key]
        pieces = [part if isinstance(part, str) else values[part["param"]] for part in hole["parts"]]
        target[last] = pieces[0] if len(pieces) == 1 else "".join(map(str, pieces))
    return payload


if __name__ == "__main__":
    print(json.dumps(bind(json.loads(sys.argv[1])), ensure_ascii=False, indent=2))
