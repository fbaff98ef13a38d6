"""A scenario as the tag that a page shows: what the Sphinx, MkDocs and mdBook parts have in common."""

import hashlib
import html
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

#: Options of a run, which become attributes of the tag.
ATTRIBUTES = ("at", "controls", "label", "lang", "loading", "playground", "theme")


@dataclass
class Picture:
    """A run drawn by `blkplay convert`."""

    svg: str
    width: str
    height: str
    alt: str

    @property
    def name(self) -> str:
        """A file name that changes with the picture."""
        return hashlib.sha256(self.svg.encode()).hexdigest()[:16] + ".svg"


class Wrong(Exception):
    """The scenario does not run; the message has line and column."""


def draw(text: str, command: str = "blkplay") -> Picture | None:
    """Draws a scenario. None if there is no such command; Wrong if the scenario does not run."""
    if shutil.which(command) is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "run.blkplay"), Path(folder, "run.svg")
        source.write_text(text, encoding="utf-8")
        done = subprocess.run([command, "convert", source, target], capture_output=True, text=True)
        if done.returncode != 0:
            raise Wrong(done.stderr.strip().replace(f"{source}:", "").replace(str(source), "the scenario"))
        svg = target.read_text(encoding="utf-8")
    size = re.search(r'<svg [^>]*width="(\d+)" height="(\d+)"', svg)
    told = re.search(r"<desc>(.*?)</desc>", svg, re.S)
    if size is None:
        raise Wrong("the picture has no size")
    return Picture(svg, size[1], size[2], html.unescape(told[1]) if told else "")


def options_of(words: str) -> dict[str, str]:
    """Reads `controls="hz elevator" at=9.9ms`, as it stands behind the word of a fence."""
    found = re.findall(r"""([\w-]+)=(?:"([^"]*)"|'([^']*)'|(\S+))""", words)
    return {name: a or b or c for name, a, b, c in found}


@dataclass
class Run:
    """A run in a page."""

    text: str
    options: dict[str, str] = field(default_factory=dict)

    def tag(self, picture: Picture | None = None, address: str = "") -> str:
        """The tag, in which nothing of the text or the options is HTML. `address` is where the picture lies."""
        attributes = "".join(
            f' {name}="{html.escape(self.options[name])}"' for name in ATTRIBUTES if self.options.get(name)
        )
        text = html.escape(self.text.strip("\n"), quote=False) + "\n"
        # An empty line would end a block of HTML in Markdown.
        text = re.sub(r"\n(?=\n)", "&#10;", text)
        if picture is None:
            return f"<blk-play{attributes}><pre>\n{text}</pre></blk-play>"
        return (
            f'<blk-play{attributes}><img src="{html.escape(address)}" width="{picture.width}" height="{picture.height}"'
            f' alt="{html.escape(picture.alt)}"><details><summary>Scenario</summary><pre>\n{text}</pre></details></blk-play>'
        )


def head(base: str) -> str:
    """What a page with runs needs in its head; `base` is the address of the package's folder, with a / at its end."""
    base = html.escape(base)
    return f'<link rel="stylesheet" href="{base}blk-play.css"><script type="module" src="{base}blk-play.js"></script>'


def copy_package(package: str | Path, to: Path) -> None:
    """Copies what a page loads out of the package's folder."""
    package = Path(package)
    if not (package / "blk-play.js").is_file():
        raise FileNotFoundError(f"{package} is not the blk-play package: it has no blk-play.js")
    for source in [package / "blk-play.js", package / "blk-play.css", *sorted((package / "assets").iterdir())]:
        target = to / source.relative_to(package)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
