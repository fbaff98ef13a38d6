"""Sphinx extension: the directive `blkplay` shows a run of the Linux block layer.

    extensions = ["blkplay_sphinx"]
    blkplay_package = "../node_modules/blk-play"  # the folder of the package, copied into the site
    # blkplay_address = "https://blkplay.example/" # or where it is served already
    # blkplay_command = "blkplay"                  # draws the pictures; without it there are none
"""

import posixpath
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from blkplay_tag import ATTRIBUTES, Run, Wrong, copy_package, draw

log = logging.getLogger(__name__)
FOLDER = "blk-play"


class blkplay_run(nodes.General, nodes.Element):
    """A run; in it is its text, for builders that make no HTML."""


class Blkplay(SphinxDirective):
    """`.. blkplay::` with a scenario in it, or with the name of a file that has one."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = {name: directives.unchanged for name in ATTRIBUTES}

    def run(self):
        if self.arguments:
            relative, path = self.env.relfn2path(self.arguments[0])
            self.env.note_dependency(relative)
            try:
                text = Path(path).read_text(encoding="utf-8")
            except OSError as e:
                raise self.error(f"blkplay: {e}") from e
        else:
            self.assert_has_content()
            text = "\n".join(self.content) + "\n"
        run = blkplay_run(text=text, options=dict(self.options))
        try:
            run["picture"] = draw(text, self.config.blkplay_command)
        except Wrong as e:
            log.warning("blkplay: %s", e, location=self.get_location())
        run += nodes.literal_block(text, text)
        self.set_source_info(run)
        return [run]


def visit_html(translator, node):
    builder = translator.builder
    picture, address = node.get("picture"), ""
    if picture is not None:
        folder = Path(builder.outdir, builder.imagedir)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / picture.name).write_text(picture.svg, encoding="utf-8")
        address = posixpath.join(builder.imgpath, picture.name)
    translator.body.append(Run(node["text"], node["options"]).tag(picture, address) + "\n")
    raise nodes.SkipNode


def pass_on(translator, node):
    """Other builders show the text."""


def add_files(app, pagename, templatename, context, doctree):
    """The script goes only into pages that have runs."""
    if doctree is None or not any(True for _ in doctree.findall(blkplay_run)):
        return
    base = app.config.blkplay_address or f"{FOLDER}/"  # Sphinx puts _static before it
    app.add_css_file(base + "blk-play.css")
    app.add_js_file(base + "blk-play.js", type="module")


def copy_files(app, failure):
    if failure is None and app.builder.format == "html" and not app.config.blkplay_address:
        copy_package(Path(app.confdir, app.config.blkplay_package), Path(app.outdir, "_static", FOLDER))


def setup(app):
    app.add_config_value("blkplay_package", "node_modules/blk-play", "html")
    app.add_config_value("blkplay_address", "", "html")
    app.add_config_value("blkplay_command", "blkplay", "env")
    app.add_node(
        blkplay_run,
        html=(visit_html, None),
        **{name: (pass_on, pass_on) for name in ("latex", "text", "man", "texinfo")},
    )
    app.add_directive("blkplay", Blkplay)
    app.connect("html-page-context", add_files)
    app.connect("build-finished", copy_files)
    return {"version": "0.1.0", "parallel_read_safe": True, "parallel_write_safe": True}
