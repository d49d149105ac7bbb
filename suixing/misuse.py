"""Says in one sentence what is wrong with a command line, below the line that shows how it is written."""

from collections.abc import Sequence
from difflib import get_close_matches

import click


def say_misuse(error: click.ClickException) -> None:
    """Print the usage of the command that was meant, and what to change, on stderr."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return
    if context is not None:
        click.echo(context.get_usage(), err=True)
    path = context.command_path if context is not None else "suixing"
    click.echo(f"{_sentence(error)}（說明：{path} --help）", err=True)


def _sentence(error: click.ClickException) -> str:
    match error:
        case click.exceptions.NoSuchCommand():
            return f"沒有「{error.command_name}」這個指令{_perhaps(_like(error.command_name, error.ctx))}。"
        case click.NoSuchOption():
            return f"沒有「{error.option_name}」這個選項{_perhaps(error.possibilities)}。"
        case click.MissingParameter():
            return f"缺少 {_name(error)}，請補上。"
        case click.BadOptionUsage():
            return f"選項 {error.option_name} 的寫法不對，後面要接一個值。"
        case click.BadParameter():
            return f"{_name(error)} 不能用：{error.message}。"
        case click.UsageError() if error.ctx is not None and isinstance(error.ctx.command, click.Group):
            return "缺少指令，請補上。"
        case _:
            return f"指令的寫法不對：{error.format_message()}"


def _name(error: click.BadParameter) -> str:
    if error.param_hint is not None:
        return error.param_hint if isinstance(error.param_hint, str) else "、".join(error.param_hint)
    return error.param.get_error_hint(error.ctx).strip("'") if error.param else ""


def _like(name: str, context: click.Context | None) -> Sequence[str]:
    group = context.command if context is not None else None
    known = group.list_commands(context) if context is not None and isinstance(group, click.Group) else []
    return get_close_matches(name, known, n=2)


def _perhaps(names: Sequence[str] | None) -> str:
    return f"，您要的可能是 {'、'.join(names)}" if names else ""
