"""Settings of round0."""

from typing import Annotated

from pydantic import Field, HttpUrl, SecretStr, field_validator
from pydantic_settings import NoDecode, SettingsConfigDict

from services.config import PREFIX, VendorSettings


class Round0Settings(VendorSettings):
    """Every setting is an environment variable of its name with `SCOREBAND_ROUND0_` before it."""

    model_config = SettingsConfigDict(env_prefix=f"{PREFIX}ROUND0_")

    api_key: SecretStr | None = Field(None, description="round0's API key")
    url: HttpUrl = Field(
        HttpUrl("https://rz-app-omega.vercel.app/api/v1"), description="The root of round0's API"
    )
    requests_per_minute: float = Field(100, gt=0, description="How often round0 is asked at most")
    webhook_secret: SecretStr | None = Field(
        None, description="The secret that round0's webhooks are signed with"
    )
    archive_audio: bool = Field(
        default=False,
        description="Whether the recordings of answers are kept on this machine after a fetch: "
        "round0's links to them die after a day",
    )
    audio_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Hosts that recordings may be downloaded from, separated by commas; "
        "`*.example.com` means every host below example.com",
    )
    audio_limit_megabytes: float = Field(
        50, gt=0, description="The largest recording of one answer that is downloaded"
    )

    @field_validator("audio_hosts", mode="before")
    @classmethod
    def _split_at_commas(cls, hosts: object) -> object:
        if isinstance(hosts, str):
            return tuple(host.strip() for host in hosts.split(",") if host.strip())
        return hosts
