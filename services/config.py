"""Settings: read once, from the environment, `.env` and Streamlit's secrets, in that order."""

from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Any

import platformdirs
from pydantic import Field, HttpUrl, SecretStr, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

PREFIX = "SCOREBAND_"
SECRETS_FILE = Path(".streamlit/secrets.toml")


def default_database_url() -> str:
    """Return the URL of the SQLite file in this user's data folder."""
    return f"sqlite:///{platformdirs.user_data_path('scoreband') / 'scoreband.db'}"


class _Sourced(BaseSettings):
    """Every setting is an environment variable of its name with the class's prefix before it."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", frozen=True, extra="ignore"
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Add the `[scoreband]` table of Streamlit's secrets, after environment and `.env`."""
        secrets = _SecretsTable(settings_cls, SECRETS_FILE)
        return init_settings, env_settings, dotenv_settings, secrets, file_secret_settings


class Settings(_Sourced):
    """What holds for the whole program; each vendor has settings of its own beside its client."""

    database_url: str = Field(
        default_factory=default_database_url, description="Where the cache lies (an SQLite URL)"
    )
    host: str = Field("127.0.0.1", description="The address that the dashboard listens on")
    port: int = Field(8501, ge=1, le=65535, description="The port that the dashboard listens on")
    media_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        ("https://cdn.qode.gg",),
        description="Origins that recordings may be played from, separated by commas",
    )
    cut_score: float | None = Field(
        None, description="The pass mark to draw in score charts (0 to 100); none by default"
    )
    interval_level: float = Field(
        0.95,
        gt=0.5,
        lt=1,
        description="The level of every interval that is computed, and the one that the vendors' "
        "bands are taken to be at where a calculation needs it: no vendor states it",
    )
    fresh_for_minutes: float = Field(
        10, gt=0, description="How old the answer on a running interview may grow"
    )
    stale_after_hours: float = Field(
        24, gt=0, description="The longest pause between two fetches of an interview not yet final"
    )
    timeout_seconds: float = Field(20, gt=0, description="How long to wait for a vendor's answer")
    answer_limit_megabytes: float = Field(
        32, gt=0, description="The largest answer or file that is read"
    )
    chromium_path: str | None = Field(
        None,
        description="The Chromium that makes PDF and pictures; without, CHROMIUM_PATH and the "
        "usual names and places are tried",
    )
    export_timeout_seconds: float = Field(
        60, gt=0, description="How long one PDF, or the pictures of one document, may take"
    )

    @field_validator("database_url")
    @classmethod
    def _a_plain_path_is_an_sqlite_file(cls, url: str) -> str:
        return url if "://" in url else f"sqlite:///{Path(url).expanduser().absolute()}"

    @field_validator("media_hosts", mode="before")
    @classmethod
    def _split_at_commas(cls, hosts: object) -> object:
        if isinstance(hosts, str):
            return tuple(host.strip() for host in hosts.split(",") if host.strip())
        return hosts


class VendorSettings(_Sourced):
    """What is set for every vendor; a vendor's own class gives the prefix and the defaults."""

    api_key: SecretStr | None
    url: HttpUrl
    requests_per_minute: float
    webhook_secret: SecretStr | None

    @property
    def has_key(self) -> bool:
        """Whether there is a key at all."""
        return self.api_key is not None and bool(self.api_key.get_secret_value().strip())

    @classmethod
    def variable(cls, field: str) -> str:
        """Return the environment variable of a field."""
        return f"{cls.model_config.get('env_prefix', '')}{field}".upper()


class _SecretsTable(TomlConfigSettingsSource):
    """The `[scoreband]` table of Streamlit's secrets file; other tables are Streamlit's own."""

    def _read_file(self, file_path: Path | Traversable) -> dict[str, Any]:
        table = super()._read_file(file_path).get("scoreband", {})
        if not isinstance(table, dict):
            return {}
        prefix = self.config.get("env_prefix", "").removeprefix(PREFIX).lower()
        return {
            name.removeprefix(prefix): value
            for name, value in table.items()
            if name.startswith(prefix)
        }
