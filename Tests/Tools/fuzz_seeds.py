#!/usr/bin/env python3
"""Makes the registers that fuzzing starts from, out of whole ones.

    fuzz_seeds.py --max-length N --dictionary FILE FOLDER REGISTER...

Of each register: itself if it is short enough, a small one with a few records of each kind, and some two dozen damaged
copies of that. Beside them a handful of documents that have troubled XML readers. The dictionary lists the registers'
element and attribute names, for libFuzzer to insert. The same registers give the same seeds.
"""

import argparse
import random
import re
from pathlib import Path

DAMAGED = 24

# Values that sit on or past an edge of what a number, a time, a name or a text may be.
EDGES = [
    "", " ", "-1", "0", "00", "1.", ".5", "1e999", "-0", "NaN", "INF", "9223372036854775807", "9223372036854775808",
    "0.00005", "PT", "P1M", "-PT1H", "PT99999999999999H", "PT0.1S", "2026-02-30", "2024-02-29", "9999-12-31T23:59:60Z",
    "2026-01-01T00:00:00+14:01", "R-001", "r 1", "é", "\U0001f30a", "&amp;", "&#65;", "&#0;", "&nothing;", "]]>", "1 2 3",
    "a" * 300, "a" * 5000,
]

TROUBLESOME = {
    "empty": b"",
    "root-only": b'<register xmlns="https://w3id.org/holdfast/register/1" schemaVersion="1.0" id="x"/>',
    "other-root": b'<?xml version="1.0"?><risks/>',
    "no-namespace": b"<register/>",
    "unclosed": b'<register xmlns="https://w3id.org/holdfast/register/1"><title>',
    "two-roots": b"<register/><register/>",
    "doctype": b'<!DOCTYPE register [<!ENTITY a "b">]><register>&a;</register>',
    "external-entity": b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///dev/null">]><register>&a;</register>',
    "deep": b"<ext>" * 400 + b"</ext>" * 400,
    "long-start-tag": b"<register " + b" ".join(b'a%d="1"' % n for n in range(2000)) + b"/>",
    "utf-16": "\ufeff<register/>".encode("utf-16-le"),
    "utf-8-mark": b"\xef\xbb\xbf<register/>",
    "bad-utf-8": b"<register><title>\xc3\x28</title></register>",
    "utf-7": b'<?xml version="1.0" encoding="UTF-7"?><register/>',
    "instructions": b"<?a b?><!-- c --><register><?a?><!----><![CDATA[d]]></register><!-- e -->",
}


def blocks(text):
    """A register in canonical form, cut at the children of its root: what is before, the children, what is after.

    A child begins on a line indented by two blanks; a text laid out otherwise comes back as one piece."""
    lines = text.splitlines(keepends=True)
    starts = [n for n, line in enumerate(lines) if re.match(r"  <[^/!?]", line)]
    end = max((n for n, line in enumerate(lines) if line.startswith("</")), default=len(lines))
    if not starts:
        return text, [], ""
    cuts = starts + [end]
    return ("".join(lines[:starts[0]]), ["".join(lines[a:b]) for a, b in zip(cuts, cuts[1:])], "".join(lines[end:]))


def small(text, most):
    """The register with its first records of each kind only, as many as fit in `most` bytes."""
    before, children, after = blocks(text)
    for each in (3, 2, 1):
        seen, kept = {}, []
        for child in children:
            kind = re.match(r"\s*<([^\s/>]+)", child)[1]
            seen[kind] = seen.get(kind, 0) + 1
            if seen[kind] <= each:
                kept.append(child)
        result = before + "".join(kept) + after
        if len(result.encode()) <= most:
            break
    return result


def damaged(text, dice):
    """The text with one to four things wrong."""
    for _ in range(dice.randint(1, 4)):
        lines = text.splitlines(keepends=True)
        line = dice.randrange(len(lines))
        other = dice.randrange(len(lines))
        values = list(re.finditer(r'"([^"]*)"|>([^<>]+)<', text))
        match dice.randrange(8):
            case 0: del lines[line]; text = "".join(lines)
            case 1: lines.insert(other, lines[line]); text = "".join(lines)
            case 2: lines[line], lines[other] = lines[other], lines[line]; text = "".join(lines)
            case 3 | 4 | 5 if values:
                group = dice.choice(values)
                at = 1 if group[1] is not None else 2
                text = text[:group.start(at)] + dice.choice(EDGES) + text[group.end(at):]
            case 6:
                at = dice.randrange(len(text))
                text = text[:at] + chr(dice.randrange(32, 127)) + text[at + 1:]
            case _: text = text[:dice.randrange(len(text))]
        if not text:
            break
    return text


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--max-length", type=int, default=32768, metavar="N")
    parser.add_argument("--dictionary", type=Path, required=True, metavar="FILE")
    parser.add_argument("folder", type=Path)
    parser.add_argument("registers", type=Path, nargs="+")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)

    seeds, names = dict(TROUBLESOME), set()
    for path in options.registers:
        text = path.read_text(encoding="utf-8")
        names |= set(re.findall(r"<([A-Za-z][\w.-]*)", text))
        names |= set(re.findall(r'\s([A-Za-z][\w.-]*)="', text))
        little = small(text, options.max_length)
        seeds[f"{path.stem}-whole"] = text.encode()
        seeds[f"{path.stem}-small"] = little.encode()
        dice = random.Random(path.stem)
        for number in range(DAMAGED):
            seeds[f"{path.stem}-damaged-{number:02}"] = damaged(little, dice).encode()

    kept = {name: data for name, data in seeds.items() if len(data) <= options.max_length}
    for name, data in kept.items():
        (options.folder / f"{name}.xml").write_bytes(data)
    entries = sorted(names) + [edge for edge in EDGES if edge.isascii() and 0 < len(edge) < 40]
    options.dictionary.write_text("".join('"%s"\n' % entry.replace("\\", "\\\\") for entry in entries))
    print(f"{len(kept)} seeds in {options.folder}, {len(entries)} words in {options.dictionary}")


if __name__ == "__main__":
    main()
