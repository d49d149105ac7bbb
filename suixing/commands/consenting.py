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
@click.pass_obj
def consent(home: Path | None, by: str, withdraw: bool) -> int:
    """Allow the configured model although its server is not the agency's own, or withdraw that.

    Names of people, telephone numbers, e-mail and numbers of papers are replaced before anything is sent. Classified
    trips never reach a model, whatever stands here.
    """
    from drafting.model_policy import check_model, on_premises, server_of

    settings = read_settings(home)
    if not (settings.llm_base_url and settings.llm_model):
        click.echo("尚未設定語言模型，請先設定 SUIXING_LLM_BASE_URL 與 SUIXING_LLM_MODEL。", err=True)
        return WRONG
    if not by.strip():
        click.echo("請寫明是誰決定的（--by 姓名）。", err=True)
        return WRONG
    check_model(settings.llm_model, settings.llm_base_url)
    server = server_of(settings.llm_base_url)
    with opened(settings) as store:
        store.models.consent(server, settings.llm_model, by.strip(), datetime.now(UTC), given=not withdraw)
    if withdraw:
        click.echo(f"已撤回對模型「{settings.llm_model}」（{server}）的同意，之後不再使用。")
    else:
        click.echo(f"已登錄：{by.strip()} 同意使用機關外的模型「{settings.llm_model}」（{server}）。")
        if on_premises(settings.llm_base_url, settings.llm_on_premises):
            click.echo("這個服務依設定屬機關自有，本來就不需要同意。")
    return DONE


COMMANDS = {"consent": consent}
