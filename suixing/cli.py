"""The command line: names the commands; each is loaded when it is asked for, so that --help stays quick."""

import os
import sys
from importlib import import_module
from pathlib import Path

import click

from suixing.statuses import DONE, INTERRUPTED, NO, WRONG

_COMMANDS = {
    "demo": "demo", "chat": "talking", "run": "talking", "import": "importing", "trips": "looking", "show": "looking", "why": "looking",
    "set": "correcting", "photos": "photos", "draft": "drafting", "revise": "revising", "edit": "revising",
    "versions": "revising", "diff": "revising", "restore": "revising", "read": "revising", "remarks": "revising",
    "check": "checking", "submit": "deciding", "approve": "deciding", "return": "deciding",
    "export": "exporting", "sheets": "sheets", "monthly": "sheets", "ground": "grounding", "people": "people", "forms": "looking", "inbox": "inbox",
    "consent": "consenting", "erase": "keeping", "backup": "keeping",
}  # fmt: skip
"""Command → module of ``suixing.commands``, in the order of the help."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"suixing.commands.{_COMMANDS[cmd_name]}")
        found: click.Command = module.COMMANDS[cmd_name]
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        from suixing.commands import ONE_LINE

        with formatter.section("Commands"):
            formatter.write_dl([(name, ONE_LINE[name]) for name in _COMMANDS])


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="suixing")
@click.option("--home", type=click.Path(path_type=Path), help="Folder of the database (or SUIXING_HOME).")
@click.pass_context
def cli(ctx: click.Context, home: Path | None) -> None:
    """隨行: from the chat of an official trip to a checked, approved report.

    Exit status: 0 done, 1 the answer is no (errors found), 2 the request was wrong, 3 the outside world failed.
    """
    ctx.obj = home


def main() -> None:
    """Run, and end with the right status; every error that we know is one sentence on stderr."""
    _speak_utf8()
    status = _run()
    try:
        sys.stdout.flush()
    except OSError as error:
        status = _say(error)
        # what could not be sent must not be tried again when the interpreter ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)


def _run() -> int:
    # not cli.main(): that ends by itself, and silently, when nobody reads stdout
    try:
        with cli.make_context("suixing", sys.argv[1:]) as context:
            status = cli.invoke(context)
    except click.exceptions.Exit as done:  # --help, --version
        return done.exit_code
    except click.ClickException as error:
        from suixing.misuse import say_misuse

        say_misuse(error)
        return WRONG
    except click.Abort:
        click.echo("已取消，沒有更動任何資料。", err=True)
        return NO
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        return _say(error)
    return status if isinstance(status, int) else DONE


def _say(error: Exception) -> int:
    from suixing.failing import say

    return say(error)


def _speak_utf8() -> None:
    """Whatever the locale: what is written here is Chinese."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - as long as the program
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
