"""MkDocs plugin: a fence with the word `blkplay` shows a run of the Linux block layer.

    plugins:
      - blkplay:
          package: node_modules/blk-play  # the folder of the package, copied into the site
          # address: https://blkplay.example/   or where it is served already
          # command: blkplay                    draws the pictures; without it there are none
"""

import re
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.plugins import BasePlugin
from mkdocs.utils import get_relative_url, log

from blkplay_tag import Picture, Run, Wrong, copy_package, draw, head, options_of

FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})[ \t]*blkplay\b(?P<words>[^\n]*)\n(?P<text>.*?)^(?P=fence)[ \t]*$", re.M | re.S)
FOLDER = "blk-play"


class BlkplayPlugin(BasePlugin):
    config_scheme = (
        ("package", config_options.Type(str, default="node_modules/blk-play")),
        ("address", config_options.Type(str, default="")),
        ("command", config_options.Type(str, default="blkplay")),
    )

    def on_pre_build(self, config):
        self.pictures: dict[str, Picture] = {}

    def on_page_markdown(self, markdown, page, config, files):
        """A fence gives way to a word, so that nothing in it is taken for Markdown."""
        page.blkplay_tags = []

        def take(found):
            page.blkplay_tags.append(self.tag(Run(found["text"], options_of(found["words"])), page))
            return f"blkplay-run-{len(page.blkplay_tags) - 1}-here"

        return FENCE.sub(take, markdown)

    def on_page_content(self, html, page, config, files):
        for k, tag in enumerate(page.blkplay_tags):
            html = html.replace(f"<p>blkplay-run-{k}-here</p>", tag)
        return html

    def on_post_page(self, output, page, config):
        if not page.blkplay_tags:
            return output
        return output.replace("</head>", head(self.config["address"] or get_relative_url(f"{FOLDER}/", page.url)) + "</head>", 1)

    def on_post_build(self, config):
        site = Path(config["site_dir"], FOLDER)
        if not self.config["address"]:
            copy_package(Path(config["config_file_path"]).parent / self.config["package"], site)
        for picture in self.pictures.values():
            (site / "pictures").mkdir(parents=True, exist_ok=True)
            (site / "pictures" / picture.name).write_text(picture.svg, encoding="utf-8")

    def tag(self, run: Run, page) -> str:
        try:
            picture = draw(run.text, self.config["command"])
        except Wrong as e:
            log.warning("%s: blkplay: %s", page.file.src_path, e)
            picture = None
        if picture is None:
            return run.tag()
        self.pictures[picture.name] = picture
        return run.tag(picture, get_relative_url(f"{FOLDER}/pictures/{picture.name}", page.url))
