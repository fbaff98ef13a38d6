import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "python"))

project = "Queues"
extensions = ["blkplay_sphinx"]
html_theme = "alabaster"
blkplay_package = "../../../dist-npm"
