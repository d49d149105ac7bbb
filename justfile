# Everything that CI checks, and nothing else
check: lint types imports docs-check test

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

# Format, mend what ruff can mend, and renew the generated parts of the README
fix:
    ruff format
    ruff check --fix
    python -m suixing.reference

# Times and memory for 40, 400 and 4,000 messages and for 20 and 100 photos
bench:
    python -m benchmarks.main_job

# Pin every version anew, in a file without addresses
pin:
    uv pip compile pyproject.toml --all-groups --universal --no-header --no-annotate --upgrade -o constraints.txt
    python -m suixing.pins constraints.txt uv.toml
