"""Every setting, read once from the environment (or the flags of the command line)."""

import re
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Environment variables with the prefix SUIXING_; nothing else configures the program."""

    model_config = SettingsConfigDict(env_prefix="SUIXING_", frozen=True)

    home: Path = Field(
        default_factory=lambda: user_data_path("suixing", appauthor=False),
        description="Folder of the database and the pictures; `--home` goes before it",
    )
    forms: Path | None = Field(
        default=None,
        description="Folder of the agency's own forms (*.toml); else `forms` in the home folder, if there",
    )
    telegram_token: SecretStr = Field(default=SecretStr(""), description="Token of the bot, for `run`")
    telegram_base_url: str = Field("https://api.telegram.org", description="Bot API server, without /bot")
    webhook_url: str = Field(
        "", description="Public https address that Telegram calls, with a path nobody guesses; empty: polling"
    )
    webhook_host: str = Field("127.0.0.1", description="Where `run` listens for it, behind what ends TLS")
    webhook_port: int = Field(8443, description="Port for it", ge=1, le=65535)
    webhook_secret: SecretStr = Field(
        default=SecretStr(""),
        description="Secret that Telegram sends with each update: 1 to 256 of A-Z a-z 0-9 _ -",
    )
    writer: str = Field("offline", description="Writer that `/draft` uses: offline or openai")
    daily_drafts: int = Field(
        30, description="Drafts that one person may ask for in a day; 0: no limit", ge=0
    )
    daily_megabytes: int = Field(
        1000, description="Files that one person may send in a day, in MB; 0: no limit", ge=0
    )
    daily_requests: int = Field(
        300,
        description="Voices and photos of one person that models hear and look at in a day; 0: no limit",
        ge=0,
    )
    llm_base_url: str = Field(
        "", description="OpenAI-compatible server, usually ending in /v1; empty: no model"
    )
    llm_api_key: SecretStr = Field(default=SecretStr(""), description="Key for that server, if it wants one")
    llm_model: str = Field("", description="Model to ask; models made in the PRC are refused")
    llm_place: str = Field(
        "", description="Where the model runs, as the disclosure line names it (e.g. 機關內部主機)"
    )
    llm_timeout: float = Field(120.0, description="Seconds for one try", gt=0)
    llm_max_tokens: int = Field(4000, description="Bound of one answer", gt=0)
    llm_slots: int = Field(
        8, description="Requests that the server answers side by side; 1 for a small model of one's own", gt=0
    )
    llm_on_premises: Literal["auto", "yes", "no"] = Field(
        "auto",
        description="Whether the server is the agency's own (auto: by its address); "
        "one that is not needs `suixing consent`, and sees stand-ins for people",
    )
    llm_draft_tokens: int = Field(
        400_000, description="Most tokens that one draft may cost; 0: no limit", ge=0
    )
    llm_daily_tokens: int = Field(
        2_000_000,
        description="Most tokens that one person's drafts, voices and photos may cost in a day; 0: no limit",
        ge=0,
    )
    llm_allowed: str = Field("", description="The agency's list of allowed models, patterns parted by commas")
    transcribe_base_url: str = Field(
        "",
        description="OpenAI-compatible server with an audio endpoint; empty: voice messages are asked about",
    )
    transcribe_api_key: SecretStr = Field(
        default=SecretStr(""), description="Key for that server, if it wants one"
    )
    transcribe_model: str = Field("", description="Model that hears; models made in the PRC are refused")
    transcribe_on_premises: Literal["auto", "yes", "no"] = Field(
        "auto", description="Whether that server is the agency's own; one that is not needs `suixing consent`"
    )
    vision: Literal["on", "off"] = Field(
        "off",
        description="on: the model of SUIXING_LLM_MODEL suggests captions for photos; never without a tap",
    )

    @field_validator("webhook_secret")
    @classmethod
    def _as_telegram_takes_it(cls, secret: SecretStr) -> SecretStr:
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret.get_secret_value()):
            raise ValueError("Telegram takes 1 to 256 of A-Z a-z 0-9 _ -")
        return secret


def read_settings(home: Path | None) -> Settings:
    """The settings of this run; ``home`` from the command line goes before the environment.

    The agency's own forms are known from here on. Raises FormBroken.
    """
    settings = Settings(home=home) if home else Settings()
    folder = settings.forms or settings.home / "forms"
    if folder.is_dir():
        from drafting.form import use_forms_in

        use_forms_in(folder)
    return settings
