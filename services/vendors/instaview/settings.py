"""Settings of InstaView, every assumption about its API among them."""

from typing import Annotated, Literal

from pydantic import Field, HttpUrl, SecretStr, field_validator
from pydantic_settings import NoDecode, SettingsConfigDict

from services.config import PREFIX, VendorSettings

Words = Annotated[tuple[str, ...], NoDecode]


class InstaViewSettings(VendorSettings):
    """Every setting is an environment variable of its name with `SCOREBAND_INSTAVIEW_` before."""

    model_config = SettingsConfigDict(env_prefix=f"{PREFIX}INSTAVIEW_")

    api_key: SecretStr | None = Field(None, description="InstaView's API key")
    url: HttpUrl = Field(
        HttpUrl("https://api.instaview.sk"), description="The root of InstaView's API"
    )
    path_prefix: str | None = Field(
        None,
        pattern=r"^[\w./-]*$",
        description="What stands before every path, if anything (its links show v1/public)",
    )
    company_id: str | None = Field(
        None, description="The company to ask for; keys of applicant tracking systems need it"
    )
    requests_per_minute: float = Field(60, gt=0, description="How often InstaView is asked at most")
    requests_per_hour: float = Field(
        2000, ge=1, description="InstaView's second limit, for an hour (500 on trial)"
    )

    webhook_secret: SecretStr | None = Field(
        None, description="The secret that InstaView's webhooks are signed with"
    )
    webhook_header: str = Field(
        "X-InstaView-Signature",
        pattern=r"^[A-Za-z0-9-]+$",
        description="The header that holds InstaView's signature (its name is not documented)",
    )
    webhook_encoding: Literal["hex", "base64"] = Field(
        "hex", description="How InstaView's signature is written: hex or base64"
    )
    webhook_secret_form: Literal["text", "hex"] = Field(
        "text", description="What InstaView's secret stands for: its own text, or bytes in hex"
    )
    webhook_tolerance_minutes: float = Field(
        5, gt=0, description="How old an InstaView webhook may be"
    )

    no_show_reasons: Words = Field(
        ("NO_ANSWER",),
        description="Reasons of failed calls that mean that nobody came, separated by commas",
    )
    pronunciation_keys: Words = Field(
        ("pronunciationScores",),
        description="Keys of a language test's analysis that hold scores, separated by commas",
    )
    pronunciation_maximum: float = Field(
        100,
        gt=0,
        allow_inf_nan=False,
        description="The highest score that a language test's analysis can give",
    )
    level_keys: Words = Field(
        ("cefr", "cefrLevel"),
        description="Endings of keys that hold a CEFR level as a result, separated by commas",
    )

    @field_validator("no_show_reasons", "pronunciation_keys", "level_keys", mode="before")
    @classmethod
    def _split_at_commas(cls, words: object) -> object:
        if isinstance(words, str):
            return tuple(word.strip() for word in words.split(",") if word.strip())
        return words
