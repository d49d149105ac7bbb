"""consent: puts down that the agency allows a model off its premises, and who said so."""

from datetime import UTC, datetime
from pathlib import Path

import click

from suixing.settings import read_settings
from suixing.statuses import DONE, WRONG
from suixing.wiring import opened


@click.command()
@click.option("--by", required=True, help="Who decides for the agency; kept with the day.")
@click.option("--withdraw", is_flag=True, help="The consent no longer stands.")
@click.option("--hearing", is_flag=True, help="Speaks of the model that hears voice messages.")
@click.pass_obj
def consent(home: Path | None, by: str, withdraw: bool, hearing: bool) -> int:
    """Allow the configured model although its server is not the agency's own, or withdraw that.

    Names of people, telephone numbers, e-mail and numbers of papers are replaced before anything is sent; in a voice
    or a picture nothing can be. Classified trips never reach a model, whatever stands here.
    """
    from drafting.model_policy import check_model, on_premises, server_of

    settings = read_settings(home)
    if hearing:
        base_url, model, own = (
            settings.transcribe_base_url,
            settings.transcribe_model,
            settings.transcribe_on_premises,
        )
    else:
        base_url, model, own = settings.llm_base_url, settings.llm_model, settings.llm_on_premises
    if not (base_url and model):
        prefix = "SUIXING_TRANSCRIBE" if hearing else "SUIXING_LLM"
        click.echo(f"尚未設定模型，請先設定 {prefix}_BASE_URL 與 {prefix}_MODEL。", err=True)
        return WRONG
    if not by.strip():
        click.echo("請寫明是誰決定的（--by 姓名）。", err=True)
        return WRONG
    check_model(model, base_url)
    server = server_of(base_url)
    with opened(settings) as store:
        store.models.consent(server, model, by.strip(), datetime.now(UTC), given=not withdraw)
    if withdraw:
        click.echo(f"已撤回對模型「{model}」（{server}）的同意，之後不再使用。")
    else:
        click.echo(f"已登錄：{by.strip()} 同意使用機關外的模型「{model}」（{server}）。")
        if on_premises(base_url, own):
            click.echo("這個服務依設定屬機關自有，本來就不需要同意。")
    return DONE


COMMANDS = {"consent": consent}
