"""Makes the environments in which the peers of ``just bench-drafting`` run, in the user's cache folder, once."""

import subprocess
from pathlib import Path

from platformdirs import user_cache_path

PEERS = {
    "langchain": ("langchain-classic==1.0.8", "langchain-openai==1.7.3"),
    "gpt-researcher": ("gpt-researcher==0.15.1",),  # the newest for Python 3.11
}
"""STORM (knowledge-storm 1.1.1) is left out: its environment takes 5.8 GB, for a torch that this bench would not use."""


def python_of(peer: str) -> Path:
    """The interpreter of a peer's environment, made if it is not there."""
    folder = user_cache_path("suixing-bench", appauthor=False) / peer
    python = folder / "bin" / "python"
    if not (folder / "made").exists():
        subprocess.run(["uv", "venv", "--quiet", "--clear", "--python", "3.11", folder], check=True)
        subprocess.run(["uv", "pip", "install", "--quiet", "--python", python, *PEERS[peer]], check=True)
        (folder / "made").touch()
    return python


def tokenizer_folder() -> Path | None:
    """Where o200k_base lies without a network: litellm brings it along, and gpt-researcher brings litellm."""
    python_of("gpt-researcher")
    folder = user_cache_path("suixing-bench", appauthor=False) / "gpt-researcher"
    return next(folder.glob("lib/python3*/site-packages/litellm/litellm_core_utils/tokenizers"), None)
