"""mdBook preprocessor: a fence with the word `blkplay` shows a run of the Linux block layer.

    [preprocessor.blkplay]
    command = "python3 -m blkplay_mdbook"
    # address = "https://blkplay.example/"   where the package is served; else blk-play/ in the book's src
    # blkplay = "blkplay"                    draws the pictures; without it there are none
"""

import base64
import json
import posixpath
import re
import sys

from blkplay_tag import Run, Wrong, draw, head, options_of

FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})[ \t]*blkplay\b(?P<words>[^\n]*)\n(?P<text>.*?)^(?P=fence)[ \t]*$", re.M | re.S)


def tag(run: Run, command: str, where: str) -> str:
    try:
        picture = draw(run.text, command)
    except Wrong as e:
        print(f"{where}: blkplay: {e}", file=sys.stderr)
        picture = None
    if picture is None:
        return run.tag()
    # A preprocessor has no folder of its own in the book, so the picture stands in the page.
    data = base64.b64encode(picture.svg.encode()).decode()
    return run.tag(picture, f"data:image/svg+xml;base64,{data}")


def chapter(it: dict, settings: dict) -> None:
    path = it.get("path") or ""
    base = settings.get("address") or posixpath.relpath("blk-play", posixpath.dirname(path) or ".") + "/"
    words = f"{path}" or it["name"]

    def take(found: re.Match) -> str:
        run = Run(found["text"], options_of(found["words"].replace(",", " ")))
        return "\n" + tag(run, settings.get("blkplay", "blkplay"), words) + "\n"

    text = FENCE.sub(take, it["content"])
    if text != it["content"]:
        it["content"] = f"{text}\n\n{head(base)}\n"


def walk(items: list, settings: dict) -> None:
    for item in items:
        if isinstance(item, dict) and "Chapter" in item:
            chapter(item["Chapter"], settings)
            walk(item["Chapter"]["sub_items"], settings)


def main() -> int:
    if sys.argv[1:2] == ["supports"]:
        return 0 if sys.argv[2:3] == ["html"] else 1
    context, book = json.load(sys.stdin)
    settings = context["config"].get("preprocessor", {}).get("blkplay", {})
    walk(book.get("sections", book.get("items", [])), settings)
    json.dump(book, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
